using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>What today's book would lose.</summary>
public static class StressCommand
{
    private static readonly Column[] Scenarios =
    [
        new("SCENARIO", "name"), new("LOSS", "loss", "N0"), new("OF NAV", "lossShare", "P2"), new("CCY", "currency"),
        new("BREAKS AT", "breakingMultiple", "0.00"), new("SOURCE", "source"),
    ];

    private static readonly Column[] Positions =
    [
        new("INSTRUMENT", "instrumentId"), new("VALUE", "value", "N0"), new("NOT THE DESK'S", "externalValue", "N0", true),
        new("LOSS", "loss", "N0"),
    ];

    /// <summary>Positions that a stress or a simulation does not hold.</summary>
    internal static readonly Column[] LeftOut =
    [
        new("NOT IN THESE NUMBERS", "instrumentId"), new("UNITS", "quantity"), new("VENUE", "venue"), new("ACCOUNT", "account"),
        new("WHY", "code"),
    ];

    public static Command Create()
    {
        var scenario = new Argument<string?>("scenario") { Description = "One scenario, position by position; none: all of them.",
            Arity = ArgumentArity.ZeroOrOne };
        var multiple = new Option<double>("--multiple") { Description = "Times which it is applied.", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "stress", "What today's book would lose in historical scenarios, and at which multiple the drawdown limit breaks.")
            { scenario, multiple };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var answer = parsed.GetValue(scenario) is { } name
                ? await gateway.Post("/api/risk/stress", new { scenario = name, multiple = parsed.GetValue(multiple) }, ct)
                : await gateway.Get("/api/risk/scenarios", ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Print(answer);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(JsonNode answer)
    {
        if (answer["scenarios"] is JsonArray all)
        {
            Printer.Table(all, Scenarios, "There is no scenario.");
            Missing(all.FirstOrDefault());
            return;
        }
        Printer.Fields(answer, Scenarios);
        Printer.Table(answer["positions"]?.AsArray() ?? [], Positions, "Flat: nothing to lose.");
        Missing(answer);
    }

    private static void Missing(JsonNode? report)
    {
        if (report?["leftOut"] is JsonArray { Count: > 0 } positions) Printer.Table(positions, LeftOut, "");
    }
}
