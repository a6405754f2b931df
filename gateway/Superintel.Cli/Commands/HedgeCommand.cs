using System.CommandLine;
using System.Globalization;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>What would take the tail off today's book.</summary>
public static class HedgeCommand
{
    private static readonly Column[] Columns =
    [
        new("INSTRUMENT", "instrumentId"), new("KIND", "kind"), new("VALUE", "value", "N0"), new("CVAR", "cvarBefore", "P2"),
        new("WITH IT", "cvarAfter", "P2"), new("RELIEF/COST", "reliefPerCost", "0.0"), new("COST", "totalCost", "N0"),
        new("STRIKE", "strike", "0.00"),
    ];

    public static Command Create()
    {
        var with = new Argument<string>("instruments")
            { Description = "What to hedge with, between commas; puts on what is not tradable." };
        var volatility = new Option<double>("--volatility")
            { Description = "Annual, that puts are priced with.", DefaultValueFactory = _ => 0.2 };
        var days = new Option<int>("--days") { Description = "Trading days that it is held.", DefaultValueFactory = _ => 30 };
        var command = new Command("hedge", "Hedges of the book's tail, sized by marginal CVaR per cost. Advice: nothing is traded.")
            { with, volatility, days };
        command.SetAction(async (parsed, ct) =>
        {
            using var gateway = ConnectionOptions.Open(parsed);
            var names = Uri.EscapeDataString(parsed.GetValue(with)!);
            var terms = string.Create(
                CultureInfo.InvariantCulture, $"volatility={parsed.GetValue(volatility)}&days={parsed.GetValue(days)}");
            var answer = await gateway.Get($"/api/risk/hedges?instruments={names}&{terms}", ct);
            if (parsed.GetValue(ConnectionOptions.Json)) Printer.Json(answer);
            else Printer.Table(answer["hedges"]?.AsArray() ?? [], Columns, "No hedge is worth its cost.");
            return ExitCode.Success;
        });
        return command;
    }
}
