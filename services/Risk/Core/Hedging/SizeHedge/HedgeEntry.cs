using System.Globalization;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Exposure;
using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;
using Superintel.Risk.Stress;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Hedging.SizeHedge;

/// <summary>Makes a trade of advice: on today's book again, since what a person saw may be no longer so.</summary>
internal static class HedgeEntry
{
    public static HedgeSizing Size(HedgeInput input)
    {
        var (question, instrument) = (input.Question, input.Instrument);
        if (Refusal(input) is { } refused) return refused;
        if (input.Gathered.Book is not { } book) return HedgeSizing.Refused(input.Gathered.Code!, input.Gathered.Detail);
        if (HedgeAdvice.IdOf(book, instrument.Id, question.Terms) != question.AdviceId)
            return HedgeSizing.Refused(HedgeRefusal.AdviceOutdated, "The book or the terms are not those of the advice: ask for it again.");
        var advice = TailHedge.Advise(book, [instrument.Id], question.Terms).Advice;
        return advice.Length == 0
            ? HedgeSizing.Refused(HedgeRefusal.NotWorthItsCost, $"{instrument.Id} costs more than the tail it takes off.")
            : InLots(input, book, advice[0]);
    }

    private static HedgeSizing? Refusal(HedgeInput input)
    {
        var (question, id, oldest) = (input.Question, input.Instrument.Id, input.Limits.ProposalAge);
        if (question.Terms.Problem() is { } problem) return HedgeSizing.Refused(HedgeRefusal.TermsInvalid, problem);
        if (!input.Instrument.Tradable)
            return HedgeSizing.Refused(ReasonCode.NotTradable, $"{id} is only observed: a put on it is advice, trade a listed option.");
        if (input.Now - question.AdvisedAt is var age && (age < TimeSpan.Zero || age > oldest))
            return HedgeSizing.Refused(HedgeRefusal.AdviceLapsed, $"The advice is of {question.AdvisedAt:O}, it is {input.Now:O}.");
        // What the chain would veto after a person's trouble is said before.
        if (input.Now - input.Last.At > oldest)
            return HedgeSizing.Refused(ReasonCode.StalePrice, $"{id} closed last at {input.Last.At:O}, it is {input.Now:O}.");
        return input.Held is null
            ? null
            : HedgeSizing.Refused(ReasonCode.PositionOpen, $"{input.Held.Quantity} {id} are held as a hedge: close it before another.");
    }

    private static HedgeSizing InLots(HedgeInput input, HeldBook book, HedgeAdvice advice)
    {
        var (instrument, currency) = (input.Instrument, input.Options.BaseCurrency);
        if (input.Market.Value(instrument.Id, 1m, input.Options.Base) is not { } unit)
            return HedgeSizing.Refused(ReasonCode.UnknownFxRate, $"No bar tells {instrument.Currency} in {currency}.");
        if (BookExposure.Of(input.Portfolio, input.Reservations, input.External, input.Market, input.Options.Base) is not { } exposure)
            return HedgeSizing.Refused(ReasonCode.UnknownPrice, "An order at work cannot be priced.");
        var side = SideSign.Of(advice.Value);
        var room = HedgeRoom.Of(exposure, input.Limits, book.NetAssetValue, instrument.Id, side);
        var amount = Math.Min(Math.Abs(advice.Value), NumberBridge.ToDecimal(input.Options.SizingHeadroom) * room);
        var quantity = NumberBridge.Lots(amount, unit, instrument.LotSize);
        if (quantity <= 0m)
        {
            var why = $"{amount:0.##} {currency} does not buy a lot of {instrument.Id}; limits leave {room:0.##}.";
            return HedgeSizing.Refused(ReasonCode.BelowOneLot, why);
        }

        var notional = quantity * unit;
        var after = HedgedTail.Of(book, instrument.Id, side.Sign() * notional);
        var cost = advice.TotalCost * notional / Math.Abs(advice.Value);
        return HedgeSizing.Sized(
            new TradeLeg(0, instrument.Id, side, new Quantity(quantity), new Price(input.Last.Close, instrument.Currency)),
            new Money(notional, input.Options.Base),
            input.Last.At,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Hedge of the tail by advice {advice.Id}: CVaR of a day {advice.CvarBefore:P2} to {after:P2} for {cost:0} {currency}."),
            Measures(advice, after, notional, cost, room, currency));
    }

    private static RiskMeasure[] Measures(
        HedgeAdvice advice, double after, decimal notional, decimal cost, decimal room, string currency) =>
    [
        new("hedge", "cvar-95-before", advice.CvarBefore, null, "fraction-of-nav"),
        new("hedge", "cvar-95-after", after, null, "fraction-of-nav"),
        new("hedge", "marginal-relief", advice.Relief, null, "cvar-per-value"),
        new("hedge", "cost-per-day", advice.CostPerDay, null, "fraction-of-value"),
        .. advice.ReliefPerCost is { } worth ? new[] { new RiskMeasure("hedge", "relief-per-cost", worth, null, "ratio") } : [],
        new("hedge", "advised-value", NumberBridge.ToDouble(advice.Value), null, currency),
        new("hedge", "room", NumberBridge.ToDouble(room), null, currency),
        new("hedge", "notional", NumberBridge.ToDouble(notional), null, currency),
        new("hedge", "total-cost", NumberBridge.ToDouble(cost), null, currency),
    ];
}
