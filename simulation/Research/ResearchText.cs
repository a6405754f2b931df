using System.Text;
using System.Text.Json.Nodes;

namespace Superintel.Simulation.Research;

/// <summary>A result for a human: one line per field.</summary>
internal static class ResearchText
{
    private const int Shown = 12;

    public static string Of(JsonObject result)
    {
        var text = new StringBuilder();
        int width = result.Max(f => f.Key.Length);
        foreach (var (name, value) in result)
            text.Append(name.PadRight(width)).Append("  ").AppendLine(One(value));
        return text.ToString().TrimEnd();
    }

    private static string One(JsonNode? value) => value switch
    {
        JsonArray array when array.Count > Shown => string.Join(", ", array.Take(Shown).Select(One)) + $", ... ({array.Count})",
        JsonArray array => string.Join(", ", array.Select(One)),
        JsonObject parts => "{" + string.Join(", ", parts.Select(p => $"{p.Key} {One(p.Value)}")) + "}",
        _ => value?.ToString() ?? "-",
    };
}
