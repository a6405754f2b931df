using System.Text.Json;

namespace Superintel.Cli.Session;

/// <summary>Where the gateway is and who asks. Explicit options win over the environment, the environment over the state folder.</summary>
/// <param name="Url">Base address of the gateway.</param>
/// <param name="StateFolder">The fleet's state folder, which holds admin.json and the saved session.</param>
/// <param name="Token">An access token, or null.</param>
/// <param name="ApiKey">An API key, or null.</param>
public sealed record Connection(Uri Url, string StateFolder, string? Token, string? ApiKey)
{
    public const string DefaultUrl = "http://127.0.0.1:8080";

    public static Connection From(string? url, string? stateFolder)
    {
        var state = stateFolder ?? Environment.GetEnvironmentVariable("SUPERINTEL_STATE") ?? ".superintel";
        var address = url ?? Environment.GetEnvironmentVariable("SUPERINTEL_URL") ?? RunningGateway(state) ?? DefaultUrl;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
            throw new FormatException($"'{address}' is not an http address. Write it like {DefaultUrl}.");
        return new Connection(parsed, state, Environment.GetEnvironmentVariable("SUPERINTEL_TOKEN"),
            Environment.GetEnvironmentVariable("SUPERINTEL_API_KEY"));
    }

    // The fleet on this machine writes its ports down; so `./superintel up --port 9000` needs no further word here.
    private static string? RunningGateway(string stateFolder)
    {
        var file = Path.Combine(stateFolder, "ports.json");
        if (!File.Exists(file)) return null;
        using var ports = JsonDocument.Parse(File.ReadAllText(file));
        return ports.RootElement.ValueKind == JsonValueKind.Object && ports.RootElement.TryGetProperty("gateway", out var port)
            && port.TryGetInt32(out var number)
            ? $"http://127.0.0.1:{number}"
            : null;
    }
}
