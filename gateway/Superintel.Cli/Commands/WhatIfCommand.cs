using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>What the pre-trade chain would say to a trade, stage by stage with its numbers.</summary>
public static class WhatIfCommand
{
    private static readonly Column[] Stages =
    [
        new("STAGE", "stage"), new("OUTCOME", "outcome"), new("CODES", "codes"), new("MEASURE", "name"), new("VALUE", "value", "0.######"),
        new("LIMIT", "limit", "0.######"), new("UNIT", "unit"),
    ];

    public static Command Create()
    {
        var pair = new Argument<string>("pair") { Description = "Such as KO.XNYS~PG.XNYS, or hedge~SPY.ARCX." };
        var a = new Option<decimal>("--a") { Description = "Units of the first leg: above zero buy, below zero sell." };
        var b = new Option<decimal>("--b") { Description = "The same of the second." };
        var close = new Option<bool>("--close") { Description = "An exit; without it an entry." };
        var command = new Command("what-if", "What the pre-trade chain would say to a trade now; nothing is traded.") { pair, a, b, close };
        command.SetAction(async (parsed, ct) =>
        {
            var legs = new[] { (Leg: 0, Units: parsed.GetValue(a)), (Leg: 1, Units: parsed.GetValue(b)) }
                .Where(leg => leg.Units != 0m)
                .Select(leg => new { leg = leg.Leg, side = leg.Units > 0m ? "buy" : "sell", quantity = Math.Abs(leg.Units) })
                .ToArray();
            var body = new { pairId = parsed.GetValue(pair), intent = parsed.GetValue(close) ? "close" : "open", legs };
            using var gateway = ConnectionOptions.Open(parsed);
            var answer = await gateway.Post("/api/risk/what-if", body, ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Print(answer);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(JsonNode answer)
    {
        Console.Out.WriteLine((string?)answer["verdict"] == "cleared" ? "It would be cleared." : "It would be vetoed.");
        foreach (var reason in answer["reasons"]?.AsArray() ?? [])
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {reason?["code"]}: {reason?["detail"]}"));
        Printer.Table((answer["stages"]?.AsArray() ?? []).SelectMany(Rows), Stages, "");
    }

    // A row per number; the stage, its outcome and its codes stand beside the first.
    private static IEnumerable<JsonNode> Rows(JsonNode? stage)
    {
        var first = new JsonObject
        {
            ["stage"] = stage?["stage"]?.DeepClone(),
            ["outcome"] = stage?["outcome"]?.DeepClone(),
            ["codes"] = string.Join(", ", (stage?["codes"]?.AsArray() ?? []).Select(code => $"{code}")),
        };
        if (stage?["inputs"] is not JsonArray { Count: > 0 } inputs) return [first];
        return inputs.Select((input, index) =>
        {
            var row = input!.DeepClone().AsObject();
            row.Remove("stage");
            if (index > 0) return (JsonNode)row;
            foreach (var (name, value) in first) row[name] = value?.DeepClone();
            return row;
        });
    }
}
