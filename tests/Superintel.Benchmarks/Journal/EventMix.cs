using System.Globalization;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Benchmarks.Journal;

/// <summary>What a fleet tells the journal: per slice its bars, its score and its valuation, and the life of three decisions.</summary>
internal static class EventMix
{
    private const string Pair = "KO.XNYS~PG.XNYS";
    private const int DecisionsPerSlice = 3;
    private static readonly DateTimeOffset Start = new(1998, 3, 4, 21, 0, 0, TimeSpan.Zero);

    /// <summary>The first events, in the order in which they happen.</summary>
    public static IReadOnlyList<IEvent> Of(int count) => [.. Slices().Take(count)];

    private static IEnumerable<IEvent> Slices()
    {
        for (var slice = 0; ; slice++)
        {
            var at = Start.AddDays(slice);
            yield return new BarClosed("sample", "1d", at, Replayed: true, [.. Enumerable.Range(0, 40).Select(Bar)]);
            var decisions = Enumerable.Range(0, DecisionsPerSlice).Select(
                decision => string.Create(CultureInfo.InvariantCulture, $"d-{slice:000000}-{decision}")).ToArray();
            foreach (var told in decisions.SelectMany(decision => Decision(decision, at))) yield return told;
            yield return new PortfolioValued(
                "sample", "1d", at, "USD", 100_000m + slice, 50_000m, 80_000m, 1_000m, 12m, 34m, 5.5m, 0.0125, DecisionsPerSlice);
            yield return new SliceScored("sample", "1d", at, 45, 0, decisions);
        }
    }

    private static ClosedBar Bar(int instrument) =>
        new($"I{instrument:00}.XNYS", 61.0625m, 61.5m, 60.875m, 61.1875m + instrument, 1_250_000m, CloseOnly: false);

    private static IEnumerable<IEvent> Decision(string id, DateTimeOffset at)
    {
        OrderLeg[] legs = [new(0, "KO.XNYS", "buy", 120m, 61.1875m, "USD"), new(1, "PG.XNYS", "sell", 85m, 84.9375m, "USD")];
        RiskMeasure[] measures =
        [
            new("cvar", "cvar95", 0.0123, 0.02, "fraction-of-nav"), new("exposure", "gross-exposure", 80_000, 200_000, "USD"),
        ];
        yield return new SignalGenerated(
            id, Pair, "KO.XNYS", "PG.XNYS", "1d", at, "open", 1, 0.8, 1.25, 0.5, 2.5, -2.1, 1.2, 9.5, 20, 61.1875m, 84.9375m, "pairs-v1",
            $"f-{id}", "m-1", "the spread is 2.1 deviations below its mean", []);
        yield return new ProposalCreated(
            $"p-{id}", id, Pair, "open", "auto", "below the limit of a trader", legs, 14_500m, "USD", 1, 0.8, -2.1, "spread", at, at,
            at.AddDays(1), measures);
        yield return new ProposalApproved($"p-{id}", id, Pair, "open", "auto", legs, 14_500m, "USD", ["policy:auto"], "", at, at);
        yield return new OrderCleared($"c-{id}", id, Pair, "open", legs, "unwind", at, at.AddDays(1), measures);
        for (var leg = 0; leg < 2; leg++)
        {
            foreach (var told in Order(id, leg, legs[leg], at)) yield return told;
        }

        yield return new PairOrderClosed(id, $"c-{id}", Pair, "completed", "", at);
    }

    private static IEnumerable<IEvent> Order(string id, int number, OrderLeg leg, DateTimeOffset at)
    {
        var order = $"{id}-{number}";
        yield return new OrderSubmitted(
            order, id, $"c-{id}", Pair, number, "entry", "paper", "main", leg.InstrumentId, leg.Side, leg.Quantity, "market", null, at);
        yield return new OrderAccepted(order, id, Pair, "paper", $"v-{order}", at);
        yield return new OrderFilled(
            "paper", "main", $"x-{order}", order, id, Pair, number, leg.InstrumentId, leg.Side, leg.Quantity, 61.25m, "USD", 1.25m, "USD",
            0.0625m, leg.Quantity, 0m, at);
        yield return new OrderClosed(order, id, Pair, "filled", leg.Quantity, 61.25m, at);
        yield return new PositionChanged(
            Pair, leg.InstrumentId, id, "paper", "main", $"x-{order}", leg.Quantity, 61.25m, "USD", 0m, 1.25m, 50_000m, at);
    }
}
