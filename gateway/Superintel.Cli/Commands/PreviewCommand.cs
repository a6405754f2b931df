using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>What an order would cost, asked of its venue; nothing is placed.</summary>
public static class PreviewCommand
{
    /// <summary><c>orders preview</c>.</summary>
    public static Command Create()
    {
        var instrument = new Option<string>("--instrument") { Description = "For example KO.XNYS.", Required = true };
        var side = new Option<string>("--side") { Description = "buy or sell.", Required = true };
        side.AcceptOnlyFromAmong("buy", "sell");
        var quantity = new Option<decimal>("--quantity") { Description = "Units.", Required = true };
        var type = new Option<string?>("--type")
        {
            Description = "market, limit, stop, stop-limit, trailing-stop, market-on-close, limit-on-close. Default: as the prices say.",
        };
        var limit = new Option<decimal?>("--limit") { Description = "Limit price." };
        var stop = new Option<decimal?>("--stop") { Description = "Stop price." };
        var trailing = new Option<decimal?>("--trailing") { Description = "Distance of a trailing stop." };
        var lasting = new Option<string?>("--time-in-force")
        {
            Description = "day, good-till-cancel, good-till-date, immediate-or-cancel. Default: as the desk's own orders.",
        };
        var until = new Option<DateTimeOffset?>("--until") { Description = "End of a good-till-date order." };
        var command = new Command("preview", "Ask its venue what an order would cost: margin and commission. Nothing is placed.")
            { instrument, side, quantity, type, limit, stop, trailing, lasting, until };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var answer = await gateway.Post(
                "/api/orders/preview",
                new
                {
                    instrument = parsed.GetValue(instrument),
                    side = parsed.GetValue(side),
                    quantity = parsed.GetValue(quantity),
                    type = parsed.GetValue(type),
                    limitPrice = parsed.GetValue(limit),
                    stopPrice = parsed.GetValue(stop),
                    trailingAmount = parsed.GetValue(trailing),
                    timeInForce = parsed.GetValue(lasting),
                    goodTillDate = parsed.GetValue(until),
                },
                ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else foreach (var line in Lines(answer)) Console.Out.WriteLine(line);
            return $"{answer["answer"]}" is "told" ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    /// <summary>An answer for a person; what was not told is a dash.</summary>
    public static IEnumerable<string> Lines(JsonNode answer)
    {
        yield return $"{answer["side"]} {answer["quantity"]} {answer["instrumentId"]} {answer["orderType"]} at {answer["venue"]}: "
            + $"{answer["answer"]}{(answer["code"] is { } code ? $" ({code})" : "")}. Nothing was placed.";
        foreach (var (heading, field) in new[]
        {
            ("Initial margin", "initialMargin"), ("Maintenance margin", "maintenanceMargin"), ("Equity with loan", "equityWithLoan"),
        })
        {
            if (answer[field] is { } effect)
                yield return $"{heading,-20}{Amount(effect["before"])} -> {Amount(effect["after"])} ({Amount(effect["change"])})";
        }
        if (answer["commission"] is { } fee)
        {
            var range = fee["minimum"] is null && fee["maximum"] is null ? ""
                : $" ({Amount(fee["minimum"])} to {Amount(fee["maximum"])})";
            yield return $"{"Commission",-20}{Amount(fee["amount"])}{range} {fee["currency"]}";
        }
        if (answer["text"] is { } text && text.ToString().Length > 0) yield return text.ToString();
    }

    private static string Amount(JsonNode? number) =>
        number is null ? "-" : number.GetValue<decimal>().ToString("#,0.00######", CultureInfo.InvariantCulture);
}
