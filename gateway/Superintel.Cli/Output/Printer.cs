using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Superintel.Cli.Output;

/// <summary>Writes answers: as they came for a program, as tables for a person.</summary>
public static class Printer
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Json(JsonNode answer) => Console.Out.WriteLine(answer.ToJsonString(Indented));

    public static void Table(IEnumerable<JsonNode?> rows, IReadOnlyList<Column> all, string whenEmpty)
    {
        JsonNode?[] shown = [.. rows];
        Column[] columns = [.. all.Where(column => !column.Rare || shown.Any(row => Has(row, column)))];
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column.Heading)).NoWrap());
        foreach (var row in shown) table.AddRow([.. columns.Select(column => Markup.Escape(Text(row, column)))]);
        if (table.Rows.Count == 0) Console.Out.WriteLine(whenEmpty);
        else Terminal().Write(table);
    }

    public static void Fields(JsonNode answer, IReadOnlyList<Column> fields)
    {
        var width = fields.Max(field => field.Heading.Length);
        foreach (var field in fields) Console.Out.WriteLine($"{field.Heading.PadRight(width)}  {Text(answer, field)}");
    }

    /// <summary>A field's text; empty when the answer does not have it.</summary>
    public static string Text(JsonNode? row, Column column)
    {
        foreach (var step in column.Field.Split('.')) row = row is JsonObject step1 ? step1[step] : null;
        if (row is null) return "";
        if (row is not JsonValue value) return row.ToJsonString();
        if (value.GetValueKind() == JsonValueKind.Number && column.Format is { } number)
            return value.GetValue<decimal>().ToString(number, CultureInfo.InvariantCulture);
        if (value.GetValueKind() == JsonValueKind.String && column.Format is { } date && DateTimeOffset.TryParse(
            value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time.UtcDateTime.ToString(date, CultureInfo.InvariantCulture);
        return value.ToString();
    }

    private static bool Has(JsonNode? row, Column column) => row?[column.Field] is JsonValue value && value.GetValueKind() switch
    {
        JsonValueKind.Number => value.GetValue<decimal>() != 0m,
        JsonValueKind.False => false,
        _ => true,
    };

    // A pipe has no width of its own: rows must not be folded there.
    private static IAnsiConsole Terminal()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected) console.Profile.Width = 400;
        return console;
    }
}
