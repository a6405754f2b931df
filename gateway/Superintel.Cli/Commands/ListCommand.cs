using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;
using Superintel.Cli.Session;

namespace Superintel.Cli.Commands;

/// <summary>A command that prints a paged list of the gateway.</summary>
/// <param name="Name">The command.</param>
/// <param name="Path">The route, without a query.</param>
/// <param name="Filters">Query parameters that become options.</param>
/// <param name="WhenEmpty">What to say when there is nothing, and what to do about it.</param>
public sealed record ListCommand(
    string Name,
    string Description,
    string Path,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<(string Name, string Description)> Filters,
    string WhenEmpty)
{
    private const int LargestPage = 500;

    /// <summary>The command that this one belongs to; null at the top.</summary>
    public string? Under { get; init; }

    private readonly Option<int> limit = new("--limit") { Description = "Rows to print.", DefaultValueFactory = _ => 50 };
    private readonly Option<bool> all = new("--all") { Description = "Every row, page after page." };
    private readonly Option<string?> cursor = new("--cursor") { Description = "Where the previous page ended." };

    public Command ToCommand()
    {
        var command = new Command(Name, Description) { limit, cursor, all };
        var filters = Filters.Select(filter => new Option<string?>("--" + Kebab(filter.Name)) { Description = filter.Description })
            .ToArray();
        foreach (var filter in filters) command.Options.Add(filter);
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var query = Query(parsed, filters);
            var page = parsed.GetValue(all) ? await All(gateway, query, ct) : await gateway.Get(Path + query, ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(page);
            else Print(page);
            return ExitCode.Success;
        });
        return command;
    }

    private async Task<JsonNode> All(GatewayClient gateway, string query, CancellationToken ct)
    {
        var items = new JsonArray();
        for (string? next = ""; next is not null;)
        {
            var page = await gateway.Get($"{Path}{query}{(next.Length > 0 ? $"&cursor={Uri.EscapeDataString(next)}" : "")}", ct);
            foreach (var item in page["items"]!.AsArray()) items.Add(item!.DeepClone());
            next = (string?)page["next"];
        }
        return new JsonObject { ["items"] = items, ["next"] = null };
    }

    private void Print(JsonNode page)
    {
        Printer.Table(page["items"]?.AsArray() ?? [], Columns, WhenEmpty);
        var command = Under is null ? Name : $"{Under} {Name}";
        if ((string?)page["next"] is { } next) Console.Out.WriteLine($"more: ./superintel {command} --cursor {next}");
    }

    private string Query(ParseResult parsed, Option<string?>[] filters)
    {
        var parts = new List<string> { $"limit={(parsed.GetValue(all) ? LargestPage : parsed.GetValue(limit))}" };
        if (parsed.GetValue(cursor) is { } from) parts.Add($"cursor={Uri.EscapeDataString(from)}");
        for (var i = 0; i < filters.Length; i++)
            if (parsed.GetValue(filters[i]) is { } value) parts.Add($"{Filters[i].Name}={Uri.EscapeDataString(value)}");
        return "?" + string.Join('&', parts);
    }

    private static string Kebab(string camel) =>
        string.Concat(camel.Select(c => char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString()));
}
