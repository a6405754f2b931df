using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>What the book carries, the limits, the breakers, the restricted list, and what the chain would say to a trade.</summary>
public static class RiskCommands
{
    private const string Time = "yyyy-MM-dd HH:mm";
    private const string NothingRestricted = "Nothing is restricted.";

    private static readonly Column[] Figures =
    [
        new("Currency", "currency"), new("Net asset value", "netAssetValue", "N2"), new("Gross exposure", "grossExposure", "N2"),
        new("Net exposure", "netExposure", "N2"), new("VaR 95 %, one day", "var95", "P3"), new("CVaR 95 %", "cvar95", "P3"),
        new("VaR 99 %", "var99", "P3"), new("CVaR 99 %", "cvar99", "P3"), new("Volatility, annual", "volatility", "P3"),
        new("Volatility EWMA", "ewmaVolatility", "P3"), new("Volatility GARCH", "garchVolatility", "P3"),
        new("Volatility HAR", "harVolatility", "P3"), new("Maximum drawdown", "maximumDrawdown", "P3"),
        new("Effective positions", "effectiveAssets", "N1"), new("Largest of gross", "largestShare", "P1"),
        new("Days of history", "historyDays"),
    ];

    private static readonly Column[] Assets =
    [
        new("INSTRUMENT", "instrumentId"), new("CLASS", "assetClass"), new("SECTOR", "sector"), new("VALUE", "value", "N0"),
        new("AT MOST", "worst", "N0"), new("CVAR 95", "cvar95", "P3"),
        new("PART", "componentCvar95", "P3"), new("MARGINAL", "marginalCvar95", "0.####"), new("BETA", "beta", "0.##"),
        new("CORR", "correlation", "0.##"),
    ];

    private static readonly Column[] External =
    [
        new("NOT THE DESK'S", "instrumentId"), new("VENUE", "venue"), new("ACCOUNT", "account"), new("ORDER", "orderId"),
        new("UNITS", "quantity"), new("VALUE", "value", "N0"),
    ];

    private static readonly Column[] Factors =
    [
        new("FACTOR", "name"), new("INSTRUMENT", "instrumentId"), new("BETA OF THE BOOK", "beta", "0.####"), new("WHY NOT", "code"),
    ];

    private static readonly Column[] Liquidity =
    [
        new("Share of volume taken", "participation", "P0"), new("Days to sell", "days", "0.#"),
        new("VaR 95 % until sold", "var95", "P3"), new("CVaR 95 %", "cvar95", "P3"), new("VaR 99 %", "var99", "P3"),
        new("CVaR 99 %", "cvar99", "P3"), new("Volume unknown", "unknown"),
    ];

    private static readonly Column[] Horizons =
    [
        new("INSTRUMENT", "instrumentId"), new("VOLUME A DAY", "liquidity.dailyVolume", "N0"), new("OF DAYS", "liquidity.volumeDays"),
        new("DAYS TO SELL", "liquidity.days", "0.#"), new("CVAR 95 UNTIL SOLD", "liquidity.cvar95", "P3"),
        new("WHY NOT", "liquidity.code"),
    ];

    private static readonly Column[] Cash = [new("CASH", "currency"), new("BALANCE", "balance", "N2"), new("WORTH", "value", "N2")];

    private static readonly Column[] LimitColumns =
    [
        new("LIMIT", "name"), new("VALUE", "value"), new("UNIT", "unit"), new("FROM", "minimum"), new("TO", "maximum"),
        new("CHANGED BY", "changedBy"), new("AT", "changedAt", Time),
    ];

    private static readonly Column[] Changes =
    [
        new("VERSION", "version"), new("FROM", "oldValue"), new("TO", "newValue"), new("BY", "by"), new("AT", "at", Time),
        new("REASON", "reason"),
    ];

    private static readonly Column[] BreakerColumns =
    [
        new("BREAKER", "name"), new("STATE", "tier"), new("READING", "reading", "0.####"), new("LIMIT", "limit"), new("UNIT", "unit"),
        new("REASON", "reason"), new("BY", "by"), new("AT", "at", Time),
    ];

    public static Command Create()
    {
        var risk = new Command("risk", "Exposure, VaR and CVaR; with a subcommand limits, breakers, restricted, what-if.")
        {
            Limits(), SetLimit(), List("breakers", "Circuit breakers.", "breakers", BreakerColumns, "No breaker measures anything yet."),
            Reset(),
            List(
                "restricted",
                "Instruments that nobody may enter.",
                "instruments",
                [new("INSTRUMENT", "instrumentId"), new("REASON", "reason"), new("BY", "by"), new("AT", "at", Time)],
                NothingRestricted),
            Restrict("restrict", "Put an instrument on the restricted list.", true),
            Restrict("unrestrict", "Take an instrument off the restricted list.", false), WhatIfCommand.Create(),
        };
        risk.SetAction((parsed, ct) => Show(parsed, gateway => gateway.Get("/api/risk/measures", ct), answer =>
        {
            Printer.Fields(answer, Figures);
            Printer.Table(answer["assets"]?.AsArray() ?? [], Assets, "Nothing is held and no order is at work.");
            foreach (var (name, field) in new[] { ("CLASS", "byAssetClass"), ("SECTOR", "bySector"), ("PAIR", "byPair") })
                Table(answer[field], [new(name, "name"), new("GROSS", "gross", "N0"), new("NET", "net", "N0")]);
            Table(answer["cash"], Cash);
            Table(answer["external"], External);
            FollowsAndSells(answer);
        }));
        return risk;
    }

    private static void FollowsAndSells(JsonNode answer)
    {
        Table(answer["factors"]?["factors"], Factors);
        if (answer["assets"] is not JsonArray { Count: > 0 } assets || answer["liquidity"] is not { } liquidity) return;
        Console.Out.WriteLine();
        Printer.Fields(liquidity, Liquidity);
        Table(assets, Horizons);
    }

    private static void Table(JsonNode? rows, IReadOnlyList<Column> columns)
    {
        if (rows is not JsonArray { Count: > 0 } some) return;
        Console.Out.WriteLine();
        Printer.Table(some, columns, "");
    }

    private static Command Limits()
    {
        var name = new Argument<string?>("name") { Description = "A limit, to see its changes.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("limits", "Limits and their ranges, or the changes of one.") { name };
        command.SetAction((parsed, ct) => parsed.GetValue(name) is { } one
            ? Show(
                parsed,
                gateway => gateway.Get($"/api/risk/limits/{Uri.EscapeDataString(one)}/history", ct),
                answer => Printer.Table(answer["changes"]?.AsArray() ?? [], Changes, $"{one} was never changed."))
            : Show(
                parsed,
                gateway => gateway.Get("/api/risk/limits", ct),
                answer => Printer.Table(answer["limits"]?.AsArray() ?? [], LimitColumns, "There are no limits.")));
        return command;
    }

    private static Command SetLimit()
    {
        var name = new Argument<string>("name") { Description = "The limit." };
        var value = new Argument<double>("value") { Description = "What it shall be, in its unit." };
        var command = new Command("set-limit", "Change a limit (senior).") { name, value, Reason };
        command.SetAction((parsed, ct) => Show(
            parsed,
            gateway => gateway.Put(
                $"/api/risk/limits/{Uri.EscapeDataString(parsed.GetValue(name)!)}",
                new { value = parsed.GetValue(value), reason = parsed.GetValue(Reason) },
                ct),
            answer => Printer.Table([answer], LimitColumns, "")));
        return command;
    }

    private static Command Reset()
    {
        var name = new Argument<string>("name") { Description = "The breaker." };
        var command = new Command("reset-breaker", "Close a breaker that is open (senior).") { name, Reason };
        command.SetAction((parsed, ct) => Show(
            parsed,
            gateway => gateway.Post(
                $"/api/risk/breakers/{Uri.EscapeDataString(parsed.GetValue(name)!)}/reset", new { reason = parsed.GetValue(Reason) }, ct),
            answer => Printer.Table([answer], BreakerColumns, "")));
        return command;
    }

    private static Command Restrict(string verb, string description, bool restricted)
    {
        var instrument = new Argument<string>("instrument") { Description = "Such as KO.XNYS." };
        var command = new Command(verb, description + " Seniors only.") { instrument, Reason };
        command.SetAction((parsed, ct) => Show(
            parsed,
            gateway => gateway.Put(
                $"/api/risk/restricted/{Uri.EscapeDataString(parsed.GetValue(instrument)!)}",
                new { restricted, reason = parsed.GetValue(Reason) },
                ct),
            answer => Printer.Table(answer["instruments"]?.AsArray() ?? [], [new("RESTRICTED", "instrumentId")], NothingRestricted)));
        return command;
    }

    private static Command List(string verb, string description, string field, IReadOnlyList<Column> columns, string whenEmpty)
    {
        var command = new Command(verb, description);
        command.SetAction((parsed, ct) => Show(
            parsed,
            gateway => gateway.Get($"/api/risk/{verb}", ct),
            answer => Printer.Table(answer[field]?.AsArray() ?? [], columns, whenEmpty)));
        return command;
    }

    private static Option<string> Reason { get; } = new("--reason") { Description = "Why; kept in the journal.", Required = true };

    private static async Task<int> Show(ParseResult parsed, Func<Session.GatewayClient, Task<JsonNode>> ask, Action<JsonNode> print)
    {
        using var gateway = ConnectionOptions.Open(parsed);
        var answer = await ask(gateway);
        if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
        else print(answer);
        return ExitCode.Success;
    }
}
