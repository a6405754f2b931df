using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>Questions to the journal.</summary>
public static class JournalCommands
{
    public static Command Verify()
    {
        var command = new Command("verify", "Recompute the journal's hash chain; exit code 1 and the entry when it is broken.");
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var answer = await gateway.Get("/api/journal/verify", ct);
            var valid = (bool?)answer["valid"] == true;
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else if (valid) Console.Out.WriteLine($"The journal is whole: {answer["entries"]} entries, head {answer["headHash"]}.");
            else await Console.Error.WriteLineAsync(Broken(answer["firstBroken"]));
            return valid ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    public static Command Explain()
    {
        var decision = new Argument<string>("decision") { Description = "Decision id, as in signals, orders and fills." };
        var command = new Command("explain", "The whole story of one decision, from the bar to the profit or loss.") { decision };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var story = await gateway.Get($"/api/decisions/{Uri.EscapeDataString(parsed.GetValue(decision)!)}", ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(story);
            else Tell(story);
            return ExitCode.Success;
        });
        return command;
    }

    private static string Broken(JsonNode? entry) =>
        $"The journal is broken at entry {entry?["sequence"]}: {entry?["code"]}: {entry?["detail"]}";

    private static void Tell(JsonNode story)
    {
        Printer.Fields(story,
        [
            new("Decision", "decisionId"), new("Pair", "pairId"), new("Status", "status"), new("Complete", "complete"),
            new("P&L", "pnl", "N2"), new("Trace", "traceId"),
        ]);
        foreach (var beside in story["unconvertedCommissions"]?.AsArray() ?? [])
            Console.Out.WriteLine($"Not in the P&L: commission of {beside?["amount"]} {beside?["currency"]}, for want of a rate.");
        foreach (var step in story["steps"]?.AsArray() ?? [])
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine(
                $"{Printer.Text(step, new("", "at", "yyyy-MM-dd HH:mm:ss"))}  #{step?["sequence"]} {step?["title"] ?? step?["kind"]}");
            Console.Out.WriteLine($"    {step?["detail"]}");
        }
    }
}
