using System.Globalization;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Hedging.SizeHedge;

/// <summary>The way out of a hedge: exactly what is held, whatever a limit says, and what the tail becomes where that is known.</summary>
internal static class HedgeExit
{
    public static HedgeSizing Size(HedgeInput input)
    {
        var id = input.Instrument.Id;
        if (input.Held is not { } held) return HedgeSizing.Refused(ReasonCode.NoPosition, $"No hedge of {id} is held.");
        var value = input.Market.Value(id, held.Quantity, input.Options.Base);
        var notional = Math.Abs(value ?? 0m);
        var measures = new List<RiskMeasure>
        {
            new("hedge", "notional", NumberBridge.ToDouble(notional), null, input.Options.BaseCurrency),
        };
        var reason = $"Ends the hedge of {held.Quantity.ToString("G29", CultureInfo.InvariantCulture)} {id}.";
        if (input.Gathered.Book is { } book && value is { } lost)
        {
            var (before, after) = (HedgedTail.Of(book, id, 0m), HedgedTail.Of(book, id, -lost));
            measures.Add(new RiskMeasure("hedge", "cvar-95-before", before, null, "fraction-of-nav"));
            measures.Add(new RiskMeasure("hedge", "cvar-95-after", after, null, "fraction-of-nav"));
            reason += string.Create(CultureInfo.InvariantCulture, $" CVaR of one day from {before:P2} to {after:P2}.");
        }

        return HedgeSizing.Sized(
            new TradeLeg(
                0, id, SideSign.Of(-held.Quantity), new Quantity(Math.Abs(held.Quantity)), new Price(input.Last.Close, held.Currency)),
            new Money(notional, input.Options.Base),
            input.Last.At,
            reason,
            measures);
    }
}
