using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Exposure;
using Superintel.Risk.Market;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Reasons;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Sizing;

/// <summary>
/// The way in: half Kelly, capped by the volatility target and by what the exposure limits leave, rounded toward zero to lots.
/// </summary>
public static class SizeEntry
{
    public static SizeDecision Size(SizeInput input)
    {
        if (Refusal(input) is { } refusal) return refusal;
        if (Valuation.Of(input.Portfolio, input.Market, input.Options.Base).Value is not { NetAssetValue: > 0m } value)
            return SizeDecision.Refused(ReasonCode.UnknownNetAssetValue, "The portfolio cannot be valued, or is worth nothing.");
        if (Book(input) is not { } book)
            return SizeDecision.Refused(ReasonCode.UnknownPrice, "An order at work cannot be priced.");
        var (request, nav) = (input.Request, value.NetAssetValue);
        var (sideA, sideB) = Sides(request);
        var hedge = NumberBridge.ToDecimal(Math.Abs(request.HedgeRatio));
        var spread = MeanReversion.Over(request.SpreadVolatility, request.HalfLifeBars, request.ZScore);
        var kelly = SizingRules.Kelly(spread, request.Confidence, request.Direction, input.Limits.KellyFraction);
        if (!(kelly > 0))
        {
            const string none = "The signal's edge over its variance is not above zero.";
            return SizeDecision.Refused(ReasonCode.NoEdge, none, SignalMeasures.Edge(input.Request, spread, kelly));
        }

        var target = SizingRules.VolatilityTarget(input.Limits.VolatilityTarget, request.SpreadVolatility, BarsPerYear(input));
        var room = EntryRoom.Of(book, input.Limits, nav, hedge, (input.Pair.A, sideA), (input.Pair.B, sideB));
        var headroom = NumberBridge.ToDecimal(input.Options.SizingHeadroom);
        var wanted = NumberBridge.ToDecimal(Math.Min(kelly, target)) * nav;
        var notionalA = Math.Min(wanted, headroom * Math.Min(room.Asset, room.Book));
        return InLots(input, notionalA, hedge, (sideA, sideB), Measures(kelly, target, room, notionalA, input.Options.BaseCurrency));
    }

    private static BookExposure? Book(SizeInput input) =>
        BookExposure.Of(input.Portfolio, input.Reservations, input.External, input.Market, input.Options.Base);

    private static SizeDecision? Refusal(SizeInput input)
    {
        if (Unusable(input.Request) is { } why)
            return SizeDecision.Refused(ReasonCode.InvalidSignal, why, SignalMeasures.Of(input.Request));
        if (input.Held.Any()) return SizeDecision.Refused(ReasonCode.PositionOpen, $"{input.Request.PairId} holds a position already.");
        foreach (var id in new[] { input.Pair.A, input.Pair.B })
        {
            if (input.Market.Find(id) is not { } instrument)
                return SizeDecision.Refused(ReasonCode.UnknownInstrument, $"{id} was never listed.");
            if (!instrument.Tradable) return SizeDecision.Refused(ReasonCode.NotTradable, $"{id} is only observed.");
            if (input.Market.Last(id) is not { Close: > 0m } last)
                return SizeDecision.Refused(ReasonCode.UnknownPrice, $"{id} has no close above zero.");
            if (last.At < input.Request.SignalAt)
                return SizeDecision.Refused(ReasonCode.StalePrice, $"{id} closed last at {last.At:O}, before {input.Request.SignalAt:O}.");
            if (input.Market.Value(id, 1m, input.Options.Base) is null)
                return SizeDecision.Refused(ReasonCode.UnknownFxRate, $"No bar tells {instrument.Currency} in {input.Options.Base}.");
        }
        return null;
    }

    private static string? Unusable(SizeRequest request)
    {
        if (request.Direction is not (>= -1 and <= 1) || request.Direction == 0)
            return $"Direction {request.Direction} is not in [-1, 1] without 0.";
        if (request.Confidence is not (>= 0 and <= 1)) return $"Confidence {request.Confidence} is not in [0, 1].";
        if (Math.Abs(request.HedgeRatio) is not (>= 0.05 and <= 20)) return $"Hedge ratio {request.HedgeRatio} is not within 0.05 to 20.";
        if (request.SpreadVolatility is not (> 0 and <= 1)) return $"Spread volatility {request.SpreadVolatility} is not in (0, 1].";
        if (request.HalfLifeBars is not (>= 0.1 and <= 1e6))
            return $"Half-life {request.HalfLifeBars} is not within 0.1 to 1,000,000 bars.";
        return double.IsFinite(request.ZScore) ? null : "The z-score is not finite.";
    }

    private static (Side A, Side B) Sides(SizeRequest request)
    {
        var a = request.Direction > 0 ? Side.Buy : Side.Sell;
        return (a, request.HedgeRatio > 0 ? a.Opposite() : a);
    }

    // The length of the bar is that of the close the signal stands on: the request does not say.
    private static double BarsPerYear(SizeInput input) =>
        input.Options.TradingDaysPerYear * (BarInterval.Day.Length / Last(input, input.Pair.A).Interval.Length);

    private static LastClose Last(SizeInput input, InstrumentId id) =>
        input.Market.Last(id) ?? throw new InvalidOperationException($"{id} lost its close while it was sized.");

    private static SizeDecision InLots(
        SizeInput input, decimal notionalA, decimal hedge, (Side A, Side B) sides, IReadOnlyList<RiskMeasure> measures)
    {
        var legs = new[] { (input.Pair.A, sides.A, notionalA), (input.Pair.B, sides.B, notionalA * hedge) };
        var sized = new List<TradeLeg>();
        var total = 0m;
        foreach (var (id, side, notional) in legs)
        {
            var instrument = input.Market.Find(id) ?? throw new InvalidOperationException($"{id} was unlisted while it was sized.");
            var unit = input.Market.Value(id, 1m, input.Options.Base) ?? 0m;
            var quantity = NumberBridge.Lots(notional, unit, instrument.LotSize);
            if (quantity <= 0m)
            {
                var amount = $"{notional:0.##} {input.Options.Base}";
                var lot = new RiskMeasure(
                    "sizing", "lot-value", NumberBridge.ToDouble(unit * instrument.LotSize), null, input.Options.BaseCurrency);
                return SizeDecision.Refused(ReasonCode.BelowOneLot, $"{amount} does not buy a lot of {id}.", [.. measures, lot]);
            }
            sized.Add(new TradeLeg(sized.Count, id, side, new Quantity(quantity), new Price(Last(input, id).Close, instrument.Currency)));
            total += quantity * unit;
        }
        return total < input.Options.MinimumNotional
            ? SizeDecision.Refused(
                ReasonCode.BelowMinimum,
                $"Both legs come to {total:0.##} {input.Options.Base}; Risk:MinimumNotional is {input.Options.MinimumNotional:0.##}.",
                [.. measures, Least(input, total)])
            : SizeDecision.Sized(sized, new Money(total, input.Options.Base), measures);
    }

    private static RiskMeasure Least(SizeInput input, decimal total) => new(
        "sizing",
        "notional",
        NumberBridge.ToDouble(total),
        NumberBridge.ToDouble(input.Options.MinimumNotional),
        input.Options.BaseCurrency);

    private static RiskMeasure[] Measures(double kelly, double target, EntryRoom room, decimal notionalA, string currency) =>
    [
        new("sizing", "kelly", kelly, null, "fraction-of-nav"),
        new("sizing", "volatility-target", target, null, "fraction-of-nav"),
        new("sizing", "asset-room", NumberBridge.ToDouble(room.Asset), null, currency),
        new("sizing", "book-room", NumberBridge.ToDouble(room.Book), null, currency),
        new("sizing", "notional-a", NumberBridge.ToDouble(notionalA), null, currency),
    ];
}
