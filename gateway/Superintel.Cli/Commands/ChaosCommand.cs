using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>What thousands of years would do to today's book.</summary>
public static class ChaosCommand
{
    private static readonly Column[] Head =
    [
        new("MODEL", "model"), new("PATHS", "paths", "N0"), new("DAYS", "steps"), new("SEED", "seed"), new("NAV", "netAssetValue", "N0"),
        new("CCY", "currency"), new("SOURCE", "source"),
    ];

    private static readonly Column[] Spread =
    [
        new("", "name"), new("MEDIAN", "median", "0.####"), new("95 %", "p95", "0.####"), new("99 %", "p99", "0.####"),
        new("WORST", "worst", "0.####"),
    ];

    private static readonly Column[] Tiers = [new("BREAKER OPENS TO", "tier"), new("PROBABILITY", "probability", "P2")];

    private static readonly Column[] Limits =
        [new("LIMIT", "name"), new("SET TO", "value", "0.####"), new("IS PASSED", "probability", "P2")];

    public static Command Create()
    {
        var model = new Option<string>("--model")
            { Description = "Scenario whose days are drawn.", DefaultValueFactory = _ => "jump-diffusion" };
        var paths = new Option<int>("--paths") { Description = "At most 20,000.", DefaultValueFactory = _ => 10_000 };
        var steps = new Option<int>("--days") { Description = "Trading days of a path, at most 1,000.", DefaultValueFactory = _ => 250 };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same answer.", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "chaos", "Seeded paths of today's book through the desk's limits and breakers: drawdown, tiers, time to a breaker.")
            { model, paths, steps, seed };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var answer = await gateway.Post(
                "/api/risk/chaos",
                new
                {
                    model = parsed.GetValue(model), paths = parsed.GetValue(paths), steps = parsed.GetValue(steps),
                    seed = parsed.GetValue(seed),
                },
                ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Print(answer);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(JsonNode answer)
    {
        Printer.Fields(answer, Head);
        var spreads = new JsonArray();
        foreach (var name in new[] { "drawdown", "loss", "daysToBreaker", "lossAfter" })
        {
            if (answer[name]?.DeepClone() is not JsonObject spread) continue;
            spread["name"] = name;
            spreads.Add((JsonNode)spread);
        }

        Printer.Table(spreads, Spread, "Nothing was simulated.");
        Printer.Table(answer["tiers"]?.AsArray() ?? [], Tiers, "There is no tier.");
        Printer.Table(answer["limits"]?.AsArray() ?? [], Limits, "There is no limit.");
        if (answer["leftOut"] is JsonArray { Count: > 0 } positions) Printer.Table(positions, StressCommand.LeftOut, "");
    }
}
