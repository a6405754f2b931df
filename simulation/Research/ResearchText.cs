using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Superintel.Simulation.Research;

/// <summary>A result for a human: one line per field; what is by name as a table, a row per name.</summary>
internal static class ResearchText
{
    private const int Shown = 12;
    private const int MostRows = 60;

    public static string Of(JsonObject result)
    {
        var text = new StringBuilder();
        (string Name, JsonNode? Value)[] fields = [.. result.SelectMany(Parts)];
        int width = fields.Max(f => f.Name.Length);
        foreach (var (name, value) in fields)
        {
            if (value is JsonObject { Count: > 0 } record && IsTable(record))
                text.Append(Table(name, record));
            else
                text.Append(name.PadRight(width)).Append("  ").AppendLine(One(value));
        }
        return text.ToString().TrimEnd();
    }

    // Of single numbers and of parts in turn: a line each.
    private static IEnumerable<(string Name, JsonNode? Value)> Parts(KeyValuePair<string, JsonNode?> field) =>
        field.Value is JsonObject { Count: > 0 } mixed && !IsTable(mixed) && mixed.Any(part => part.Value is JsonObject)
            ? mixed.Select(part => ($"{field.Key}.{part.Key}", part.Value))
            : [(field.Key, field.Value)];

    // Rows that all have the same fields, or numbers by name: more of either than a line holds.
    private static bool IsTable(JsonObject record) => record.All(part => part.Value is JsonObject row && SameFields(row, record))
        || (record.Count > 3 && record.All(part => part.Value is JsonValue number && number.GetValueKind() == JsonValueKind.Number));

    private static bool SameFields(JsonObject row, JsonObject record) => record.First().Value is JsonObject first
        && row.Select(field => field.Key).SequenceEqual(first.Select(field => field.Key), StringComparer.Ordinal)
        && row.All(field => field.Value is not (JsonObject or JsonArray));

    private static string Table(string name, JsonObject record)
    {
        string[] fields = record.First().Value is JsonObject first ? [.. first.Select(field => field.Key)] : [];
        var rows = new List<string[]> { (string[])[name, .. fields] };
        foreach (var (key, value) in record.Take(MostRows))
            rows.Add(value is JsonObject row ? [key, .. row.Select(field => Short(field.Value))] : [key, Short(value)]);
        int[] widths = [.. Enumerable.Range(0, rows[^1].Length).Select(i => rows.Max(row => i < row.Length ? row[i].Length : 0))];
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            string line = string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])));
            text.AppendLine(line.TrimEnd());
        }
        if (record.Count > MostRows)
            text.AppendLine(CultureInfo.InvariantCulture, $"... {record.Count - MostRows} more; --json has them all");
        return text.ToString();
    }

    private static string Short(JsonNode? value) => value is JsonValue number && number.GetValueKind() == JsonValueKind.Number
        ? number.GetValue<double>().ToString("0.000000", CultureInfo.InvariantCulture)
        : One(value);

    private static string One(JsonNode? value) => value switch
    {
        JsonArray { Count: > 0 } matrix when matrix.All(row => row is JsonArray) && matrix.Sum(row => row!.AsArray().Count) > Shown =>
            $"{matrix.Count} x {matrix[0]!.AsArray().Count}, in --json",
        JsonArray array when array.Count > Shown => string.Join(", ", array.Take(Shown).Select(One)) + $", ... ({array.Count})",
        JsonArray array => string.Join(", ", array.Select(One)),
        JsonObject parts when parts.Count > Shown => $"{parts.Count} by name, in --json",
        JsonObject parts => "{" + string.Join(", ", parts.Select(p => $"{p.Key} {One(p.Value)}")) + "}",
        _ => value?.ToString() ?? "-",
    };
}
