using System.Security.Cryptography;
using System.Text;
using Superintel.Venue.Mt4;

namespace Superintel.Mt4Bridge.Hosting;

/// <summary>Execution's token and the terminal's: two, so that neither opens the other's side. Never printed.</summary>
internal sealed class BridgeTokens
{
    public const string BridgeVariable = "MT4_BRIDGE_TOKEN";
    public const string TerminalVariable = "MT4_TERMINAL_TOKEN";
    private const int Shortest = 16;
    private const int Longest = 256;

    public BridgeTokens(string bridge, string terminal)
    {
        if (bridge == terminal) throw new FormatException($"{BridgeVariable} and {TerminalVariable} must differ.");
        (Bridge, Terminal) = (Checked(bridge, BridgeVariable), Checked(terminal, TerminalVariable));
    }

    public string Bridge { get; }

    public string Terminal { get; }

    /// <exception cref="FormatException">One is missing, too short, or in a file that others can read.</exception>
    public static BridgeTokens From(Func<string, string?> environment) =>
        new(BridgeToken.Read(environment, BridgeVariable), BridgeToken.Read(environment, TerminalVariable));

    public static bool Same(string? given, string token) =>
        given is { Length: <= Longest } && CryptographicOperations.FixedTimeEquals(Hash(given), Hash(token));

    public override string ToString() => nameof(BridgeTokens);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string Checked(string token, string variable) =>
        token.Length is >= Shortest and <= Longest && token.All(one => one is > ' ' and < '\u007f')
            ? token
            : throw new FormatException($"{variable} has {Shortest} to {Longest} visible ASCII characters.");
}
