using System.Text.RegularExpressions;

namespace Superintel.Venue.Binance.Keys;

/// <summary>Takes keys, secrets and signatures out of any text that may reach a log, an error or a person.</summary>
public sealed partial class Redaction
{
    private const int ShortestSecret = 6;
    private const string Mark = "[redacted]";
    private readonly string[] secrets;

    /// <param name="secrets">All that must never be said. Shorter than six characters would redact ordinary words and is left out.</param>
    public Redaction(params IEnumerable<string> secrets) =>
        this.secrets = [.. secrets.Where(s => s.Length >= ShortestSecret).SelectMany(Forms).Distinct().OrderByDescending(s => s.Length)];

    public string Clean(string text)
    {
        foreach (var secret in secrets) text = text.Replace(secret, Mark, StringComparison.OrdinalIgnoreCase);
        return Signature().Replace(text, $"$1{Mark}");
    }

    // A secret may come back percent-encoded in an address.
    private static IEnumerable<string> Forms(string secret) => [secret, Uri.EscapeDataString(secret)];

    [GeneratedRegex("""((?:signature|apiKey|X-MBX-APIKEY|listenKey)["']?\s*[=:]\s*["']?)[^&\s"',}]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Signature();
}
