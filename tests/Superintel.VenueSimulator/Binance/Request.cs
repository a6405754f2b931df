using System.Globalization;
using System.Text.Json.Nodes;

namespace Superintel.VenueSimulator.Binance;

/// <summary>A request's parameters and the text that its signature is over.</summary>
internal sealed record Request(IReadOnlyDictionary<string, string> Parameters, string Payload, string? ApiKey)
{
    /// <summary>What stands before every parameter's name, where the request is one order of a list; empty: it is not.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>It came over a connection that has logged on, which stands for key and signature.</summary>
    public bool IsLoggedOn { get; init; }

    public string this[string name] => Parameters.GetValueOrDefault(name) ?? string.Empty;

    /// <summary>REST: the query, then the body, without the signature.</summary>
    public static Request OfRest(string query, string body, string? apiKey)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var parts = new List<string>();
        foreach (var text in new[] { query, body })
        {
            var signed = text.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(part => !part.StartsWith("signature=", StringComparison.Ordinal));
            parts.Add(string.Join('&', signed));
            foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                if (equals <= 0) continue;
                parameters.TryAdd(part[..equals], Uri.UnescapeDataString(part[(equals + 1)..].Replace('+', ' ')));
            }
        }
        return new Request(parameters, string.Concat(parts), apiKey);
    }

    /// <summary>WebSocket API: the parameters by name, without the signature.</summary>
    public static Request OfSocket(JsonObject? fields)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields ?? []) parameters[name] = value?.ToString() ?? string.Empty;
        foreach (var (name, value) in fields ?? [])
            if (value is JsonValue flag && flag.TryGetValue<bool>(out var set)) parameters[name] = set ? "true" : "false";
        var payload = string.Join('&', parameters.Where(p => p.Key != "signature").Select(p => $"{p.Key}={p.Value}"));
        return new Request(parameters, payload, parameters.GetValueOrDefault("apiKey"));
    }

    public bool Has(string name) => this[name].Length > 0;

    /// <summary>The parameter's name as the client wrote it.</summary>
    public string Named(string name) => Prefix.Length == 0 ? name : $"{Prefix}{char.ToUpperInvariant(name[0])}{name[1..]}";

    public decimal? Decimal(string name) =>
        decimal.TryParse(this[name], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    public long? Long(string name) => long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? value : null;

    public int Limit(int otherwise, int most) => (int)Math.Clamp(Long("limit") ?? otherwise, 1, most);
}
