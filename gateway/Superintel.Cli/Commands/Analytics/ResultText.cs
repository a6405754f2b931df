using System.Text.Json.Nodes;

namespace Superintel.Cli.Commands.Analytics;

/// <summary>A result for a person: one line per field, long lists cut.</summary>
internal static class ResultText
{
    private const int Shown = 12;

    public static void Print(JsonNode result)
    {
        if (result is not JsonObject { Count: > 0 } fields) return;
        var width = fields.Max(field => field.Key.Length);
        foreach (var (name, value) in fields) Console.Out.WriteLine($"{name.PadRight(width)}  {One(value)}");
    }

    private static string One(JsonNode? value) => value switch
    {
        JsonArray { Count: > Shown } list => string.Join(", ", list.Take(Shown).Select(One)) + $", ... ({list.Count})",
        JsonArray list => string.Join(", ", list.Select(One)),
        JsonObject parts => "{" + string.Join(", ", parts.Select(part => $"{part.Key} {One(part.Value)}")) + "}",
        _ => value?.ToString() ?? "-",
    };
}
