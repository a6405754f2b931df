using System.Text.Json;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Reading of reference documents.</summary>
internal static class Reference
{
    public static JsonElement Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    public static double[] Doubles(this JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetDouble())];

    public static string?[] Strings(this JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetString())];

    public static string? Word(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static int? Whole(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
