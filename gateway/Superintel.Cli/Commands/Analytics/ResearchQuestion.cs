using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Superintel.Cli.Commands.Analytics;

/// <summary>The options that say which closes a method shall look at, and its own options.</summary>
internal sealed class ResearchQuestion
{
    private readonly Option<string?> instruments = new("--instruments")
    {
        Description = "Instruments, separated by commas. A job takes all of the panel without them.",
    };

    private readonly Option<string?> from = new("--from") { Description = "First day, such as 2020-01-31." };
    private readonly Option<string?> to = new("--to") { Description = "Last day." };
    private readonly Option<bool> log = new("--log") { Description = "Work on natural logarithms." };
    private readonly Option<string?> feed = new("--feed") { Description = "Whose panel, where there are several." };
    private readonly Option<string?> interval = new("--interval") { Description = "Bar length, where there are several: 5m, 1h, 1d." };

    private readonly Option<string[]> set = new("--set")
    {
        Description = "An option of the method, such as --set regression=ct; again for another.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { instruments, from, to, log, feed, interval, set }) command.Options.Add(option);
    }

    /// <exception cref="FormatException">A day is none, or an option is not NAME=VALUE.</exception>
    public JsonObject Body(ParseResult parsed)
    {
        var body = new JsonObject { ["log"] = parsed.GetValue(log), ["options"] = Options(parsed.GetValue(set) ?? []) };
        if (parsed.GetValue(instruments) is { } names)
        {
            var split = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            body["instruments"] = new JsonArray([.. split.Select(name => (JsonNode)name)]);
        }
        if (parsed.GetValue(from) is { } first) body["from"] = Day(first);
        if (parsed.GetValue(to) is { } last) body["to"] = Day(last);
        if (parsed.GetValue(feed) is { } whose) body["feed"] = whose;
        if (parsed.GetValue(interval) is { } length) body["interval"] = length;
        return body;
    }

    private static JsonObject Options(string[] given)
    {
        var options = new JsonObject();
        foreach (var one in given)
        {
            var cut = one.IndexOf('=');
            if (cut <= 0) throw new FormatException($"'{one}' is not NAME=VALUE.");
            options[one[..cut].TrimStart('-')] = one[(cut + 1)..];
        }
        return options;
    }

    private static string Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : throw new FormatException($"'{text}' is not a day such as 2020-01-31.");
}
