using System.Text;
using System.Text.Json;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>Recordings of the exchange and of other people's clients; sources are named in each of them and in SOURCES.md.</summary>
internal static class Recorded
{
    private const string Folder = "golden/venues/binance";

    public static byte[] Bytes(string file) => File.ReadAllBytes(SharedData.Path($"{Folder}/{file}"));

    public static JsonElement Json(string file) => JsonDocument.Parse(Bytes(file)).RootElement;

    /// <summary>The message itself, without the note on where it comes from.</summary>
    public static byte[] Payload(string file, string field = "payload") =>
        Encoding.UTF8.GetBytes(Json(file).GetProperty(field).GetRawText());

    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(SharedData.Path($"{Folder}/{folder}"), "*.json").Order(StringComparer.Ordinal)];

    /// <summary>Every JSON text of the recordings that a client may receive, for the fuzz test.</summary>
    public static IReadOnlyList<byte[]> Messages()
    {
        var found = new List<byte[]>();
        foreach (var folder in new[] { "docs", "nautilus", "rest", "streams", "ws_api" })
        {
            foreach (var file in Files(folder))
            {
                var root = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
                var inner = root.ValueKind != JsonValueKind.Object ? root
                    : root.TryGetProperty("payload", out var payload) ? payload
                    : root.TryGetProperty("response", out var response) ? response : root;
                found.Add(Encoding.UTF8.GetBytes(inner.GetRawText()));
            }
        }
        return found;
    }
}
