using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>What would take the tail off today's book, and proposals of it.</summary>
public static class HedgeCommand
{
    private static readonly Column[] Columns =
    [
        new("INSTRUMENT", "instrumentId"), new("KIND", "kind"), new("VALUE", "value", "N0"), new("CVAR", "cvarBefore", "P2"),
        new("WITH IT", "cvarAfter", "P2"), new("RELIEF/COST", "reliefPerCost", "0.0"), new("COST", "totalCost", "N0"),
        new("STRIKE", "strike", "0.00"), new("ADVICE", "adviceId"),
    ];

    public static Command Create() => new("hedge", "Hedges of the book's tail: advice, and proposals that another person approves.")
    {
        Advise(), Propose(), Close(),
    };

    private static Command Advise()
    {
        var with = new Argument<string>("instruments")
            { Description = "What to hedge with, between commas; puts on what is not tradable." };
        var (volatility, days) = (Volatility(), Days());
        var command = new Command("advise", "Hedges sized by marginal CVaR per cost. Nothing is traded by it.") { with, volatility, days };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var answer = await gateway.Get(Question(parsed.GetValue(with)!, parsed.GetValue(volatility), parsed.GetValue(days)), ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Printer.Table(answer["hedges"]?.AsArray() ?? [], Columns, "No hedge is worth its cost.");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Propose()
    {
        var instrument = new Argument<string>("instrument") { Description = "What to hedge with; it has to be tradable." };
        var advice = new Option<string?>("--advice") { Description = "Only when it is still this advice that holds." };
        var (volatility, days, comment) = (Volatility(), Days(), Comment());
        var command = new Command("propose", "Propose the hedge that is advised now; another person has to approve it.")
            { instrument, advice, volatility, days, comment };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var id = parsed.GetValue(instrument)!;
            if (id.Contains(',')) throw new FormatException("Propose one instrument at a time.");
            var report = await gateway.Get(Question(id, parsed.GetValue(volatility), parsed.GetValue(days)), ct);
            if (report["hedges"] is not JsonArray { Count: > 0 } hedges)
            {
                Console.Error.WriteLine($"error not-worth-its-cost: No hedge with {id} takes off more of today's tail than it costs.");
                return ExitCode.Failure;
            }

            var body = new
            {
                instrumentId = id,
                adviceId = parsed.GetValue(advice) ?? $"{hedges[0]!["adviceId"]}",
                advisedAt = report["advisedAt"],
                terms = report["terms"],
                comment = parsed.GetValue(comment),
            };
            Tell(parsed, await gateway.Post("/api/proposals/hedges", body, ct));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Close()
    {
        var instrument = new Argument<string>("instrument") { Description = "The hedge that is held." };
        var comment = Comment();
        var command = new Command("close", "Propose to end a hedge; another person has to approve it.") { instrument, comment };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var body = new { instrumentId = parsed.GetValue(instrument)!, comment = parsed.GetValue(comment) };
            Tell(parsed, await gateway.Post("/api/proposals/hedges/close", body, ct));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Tell(ParseResult parsed, JsonNode proposal)
    {
        if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(proposal);
        else Console.Out.WriteLine($"{proposal["proposalId"]} waits for another {proposal["tier"]}: {proposal["reason"]}");
    }

    private static string Question(string instruments, double volatility, int days) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/risk/hedges?instruments={Uri.EscapeDataString(instruments)}&volatility={volatility}&days={days}");

    private static Option<double> Volatility() =>
        new("--volatility") { Description = "Annual, that puts are priced with.", DefaultValueFactory = _ => 0.2 };

    private static Option<int> Days() => new("--days") { Description = "Trading days that it is held.", DefaultValueFactory = _ => 30 };

    private static Option<string?> Comment() => new("--comment") { Description = "Why; kept with the proposal." };
}
