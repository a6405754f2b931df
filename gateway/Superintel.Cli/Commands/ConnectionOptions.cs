using System.CommandLine;
using Superintel.Cli.Session;

namespace Superintel.Cli.Commands;

/// <summary>Options every command has.</summary>
public static class ConnectionOptions
{
    public static readonly Option<string?> Url = new("--url")
    {
        Description = $"Gateway address. Default: SUPERINTEL_URL, the fleet of the state folder, {Connection.DefaultUrl}.",
        Recursive = true,
    };

    public static readonly Option<string?> State = new("--state")
    {
        Description = "The fleet's state folder. Default: SUPERINTEL_STATE, .superintel.",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Print the answer as JSON.", Recursive = true };

    public static IReadOnlyList<Option> All { get; } = [Url, State, Json];

    public static GatewayClient Open(ParseResult parsed) => new(Connection.From(parsed.GetValue(Url), parsed.GetValue(State)));
}
