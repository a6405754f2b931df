using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Superintel.Simulation.Backtest;

/// <summary>The command <c>backtest</c>.</summary>
public static class BacktestCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var from = new Option<DateTimeOffset?>("--from") { Description =
            "First bar, inclusive, UTC, for example 1995-01-01. Discovery sees nothing before it and needs 252 bars.", CustomParser = Day };
        var to = new Option<DateTimeOffset?>("--to") { Description = "Last day, exclusive, UTC.", CustomParser = Day };
        var data = new Option<string>("--data") { Description = "Folder with the recorded data.",
            DefaultValueFactory = _ => "data/sample" };
        var approvals = new Option<string>("--approvals") { Description = "In the human's place: all, none or rule.",
            DefaultValueFactory = _ => "all" };
        approvals.AcceptOnlyFromAmong("all", "none", "rule");
        var seed = new Option<int>("--seed") { Description = "Seed of everything that draws.", DefaultValueFactory = _ => 1 };
        var interleaving = new Option<int?>("--interleaving") { Description =
            "Seed of the order in which services take turns. Default: a fixed order." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("backtest", "Run the recorded data through the whole desk in one process on virtual time.")
            { from, to, data, approvals, seed, interleaving, json };
        command.SetAction(async (parsed, ct) =>
        {
            var request = new BacktestRequest(
                parsed.GetValue(data)!, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(approvals)!,
                parsed.GetValue(seed), parsed.GetValue(interleaving));
            if (request is { From: { } first, To: { } last } && first >= last)
                throw new FormatException($"--from {first:yyyy-MM-dd} must be before --to {last:yyyy-MM-dd}.");
            var report = await WithProgress(progress => new BacktestRunner(request).Run(progress, ct));
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(report, Json));
            else BacktestText.Write(report, Console.Out);
            return 0;
        });
        return command;
    }

    // Progress goes to standard error and only to a terminal: a pipe gets the report and nothing else.
    private static async Task<BacktestReport> WithProgress(Func<IProgress<double>, Task<BacktestReport>> run)
    {
        if (Console.IsErrorRedirected) return await run(new Progress<double>());
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().StartAsync(async context =>
        {
            var bar = context.AddTask("Backtest", maxValue: 1);
            return await run(new Progress<double>(done => bar.Value = done));
        });
    }

    private static DateTimeOffset? Day(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var day))
            return day;
        result.AddError($"'{text}' is not a date; write it like 1995-01-31.");
        return null;
    }
}
