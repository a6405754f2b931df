using System.Globalization;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Clearances;
using Superintel.Risk.Portfolio;
using Superintel.Risk.Trades;

namespace Superintel.Risk.KillSwitch;

/// <summary>What has to be traded so that nothing is held.</summary>
public static class Flattening
{
    /// <summary>One decision per pair, move of the switch and attempt, so that a repeat cannot close anything twice.</summary>
    public static DecisionId Decision(string pairId, long version, int attempt) =>
        new("d" + StableId.Of("flatten", pairId, version.ToString(), attempt.ToString()));

    /// <summary>Closing legs for a pair: what is held, less what exits at work will take off anyway.</summary>
    /// <param name="price">Last close of an instrument; null when it has none, then the average cost is the reference.</param>
    public static IReadOnlyList<TradeLeg> Legs(
        IEnumerable<Position> held, IReadOnlyCollection<Reservation> atWork, Func<InstrumentId, decimal?> price)
    {
        var legs = new List<TradeLeg>();
        foreach (var position in held.OrderBy(p => p.Key))
        {
            var leaving = atWork
                .Where(r => !r.Opens && r.PairId == position.Key.PairId)
                .SelectMany(r => r.Legs)
                .Where(leg => leg.Instrument == position.Key.Instrument)
                .Sum(leg => leg.SignedRemaining);
            var left = position.Quantity + leaving;
            if (left == 0m || Math.Sign(left) != Math.Sign(position.Quantity)) continue;
            var reference = new Price(price(position.Key.Instrument) ?? position.AveragePrice, position.Currency);
            var quantity = new Quantity(Math.Abs(left));
            legs.Add(new TradeLeg(Number(position.Key), position.Key.Instrument, SideSign.Of(-left), quantity, reference));
        }
        return legs;
    }

    /// <summary>The alert for a person: nothing more is tried for this pair until a flatten is asked for again.</summary>
    /// <param name="left">What is still to be traded.</param>
    public static OrderAlertRaised GaveUp(FlattenTry one, IEnumerable<TradeLeg> left, DateTimeOffset at)
    {
        const string code = "flatten-gave-up";
        var units = string.Join(", ", left.Select(leg => string.Create(
            CultureInfo.InvariantCulture, $"{leg.Side} {leg.Quantity.Value} {leg.Instrument}")));
        var detail = $"{one.Placed} exits were placed and are over; still to trade: {units}. Ask for a flatten again to go on.";
        var when = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return new OrderAlertRaised(StableId.Of("order-alert", code, one.PairId, detail, when), code, one.PairId, detail, at);
    }

    private static int Number(PositionKey key) =>
        PairId.TryParse(key.PairId, out var pair) && !pair.IsHedge && key.Instrument == pair.B ? 1 : 0;
}
