using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Discovery;

internal sealed class PairSelectorTests
{
    private static readonly DiscoveryOptions Options = new();
    private static readonly PanelOptions Gaps = new();

    [Test]
    public void Discovery_among_random_walks_finds_the_planted_pairs([Range(1, 10)] int seed)
    {
        var found = Run(PlantedMarket.Of(seed, bars: 252, walks: 10, ties: 2));

        string[] ties = ["P00A.TEST~P00B.TEST", "P01A.TEST~P01B.TEST"];
        Assert.That(found.Pairs.Select(pair => pair.Pair.ToString()), Is.SupersetOf(ties));
        var planted = found.Find(PairId.Parse("P00A.TEST~P00B.TEST"))!;
        Assert.That(planted.HedgeRatio, Is.EqualTo(0.8).Within(0.2));
        Assert.That(planted.HalfLifeBars, Is.InRange(2, 12));
        Assert.That(planted.QValue, Is.InRange(planted.PValue, Options.FalseDiscoveryRate));
        Assert.That(planted.Tested, Is.EqualTo(found.Funnel.Tested));
    }

    [Test]
    public void Discovery_among_independent_random_walks_finds_no_more_false_pairs_than_the_rate_allows()
    {
        var options = Options with { MinimumCorrelation = -1, FalseDiscoveryRate = 0.05 };

        var families = Enumerable.Range(1, 40)
            .Select(seed => Run(PlantedMarket.Of(seed, bars: 252, walks: 10, ties: 0), options)).ToArray();

        // Every discovery here is false, so the rate bounds the share of families with any: 40 x 5 % = 2, and 7 has a chance below 1 %.
        Assert.That(families.Sum(family => family.Funnel.Tested), Is.EqualTo(40 * 45));
        Assert.That(families.Count(family => family.Pairs.Length > 0), Is.LessThan(7));
    }

    [Test]
    public void Discovery_below_the_correlation_floor_tests_nothing() =>
        Assert.That(Run(PlantedMarket.Of(1, bars: 252, walks: 8, ties: 0)).Funnel.Tested, Is.Zero);

    [Test]
    public void Discovery_leaves_out_stale_instruments_and_those_without_a_close_in_the_newest_slice()
    {
        var market = PlantedMarket.Of(1, bars: 252, walks: 0, ties: 3);
        var book = Book(market).With(InstrumentId.Parse("P00A.TEST"), stale: true);
        var panel = Panel(market, (bar, name) => !(bar == 251 && name == "P01B.TEST"));

        var found = PairSelector.Select(panel, book, Gaps, Options);

        Assert.That(found.Funnel.Instruments, Is.EqualTo(4));
        Assert.That(found.Pairs.Select(pair => pair.Pair.ToString()), Is.EqualTo(new[] { "P02A.TEST~P02B.TEST" }));
    }

    [Test]
    public void Discovery_never_pairs_two_currencies()
    {
        var market = PlantedMarket.Of(1, bars: 252, walks: 0, ties: 1);
        var book = Book(market).With(new PanelInstrument(InstrumentId.Parse("P00A.TEST"), Currency.Chf, Tradable: true));

        Assert.That(PairSelector.Select(Panel(market), book, Gaps, Options).Funnel.Pairs, Is.Zero);
    }

    [Test]
    public void Discovery_when_legs_are_collinear_or_stand_still_refuses_the_pair()
    {
        var panel = ClosePanel.Empty("feed", BarInterval.Day, 252);
        var noise = new Noise(1);
        var (level, at) = (100m, DateTimeOffset.UnixEpoch);
        var ids = new[] { "A.TEST", "B.TEST", "C.TEST" }.Select(InstrumentId.Parse).ToArray();
        for (var bar = 0; bar < 252; bar++, at = at.AddDays(1))
        {
            level *= 1 + (decimal)(0.01 * noise.Next());
            InstrumentClose[] closes = [new(ids[0], level), new(ids[1], 2 * level), new(ids[2], 5m)];
            panel = panel.Append(new PanelSlice("feed", BarInterval.Day, at, [.. closes]));
        }
        var book = ids.Aggregate(InstrumentBook.Empty, (known, id) => known.With(new PanelInstrument(id, Currency.Usd, true)));

        var found = PairSelector.Select(panel, book, Gaps, Options with { MinimumCorrelation = -1 });

        Assert.That(found.Funnel.Complete, Is.EqualTo(3));
        Assert.That(found.Funnel.Tested, Is.Zero);
    }

    [Test]
    public void Discovery_when_pairs_share_a_leg_keeps_to_the_limits()
    {
        var market = PlantedMarket.Of(3, bars: 252, walks: 0, ties: 4);

        var one = Run(market, Options with { MaximumPairs = 2 });
        var any = Options with { MinimumCorrelation = -1, FalseDiscoveryRate = 1, ReversePValue = 1 };
        var shared = Run(market, any with { MaximumPairsPerInstrument = 1 });

        Assert.That(one.Pairs, Has.Length.EqualTo(2));
        Assert.That(one.Pairs.Select(pair => pair.PValue), Is.Ordered);
        Assert.That(shared.Pairs.SelectMany(pair => new[] { pair.Pair.A, pair.Pair.B }), Is.Unique);
    }

    [Test]
    public void Held_pair_when_its_relation_still_holds_is_not_broken() =>
        Assert.That(PairSelector.WhyBroken(PlantedPair.Window(1, push: 0), Options), Is.Null);

    [Test]
    public void Held_pair_when_its_hedge_ratio_leaves_the_range_is_broken() => Assert.That(
        PairSelector.WhyBroken(PlantedPair.Window(1, push: 0), Options with { MinimumHedgeRatio = 2 }),
        Is.EqualTo(BrokenPairCodes.HedgeRatioOutOfRange));

    [Test]
    public void Held_pair_when_its_spread_has_become_a_random_walk_is_broken() => Assert.That(
        PairSelector.WhyBroken(
            PlantedPair.Window(4, push: 0, persistence: 1), Options with { BrokenPValue = 0.05, MinimumHedgeRatio = -100 }),
        Is.EqualTo(BrokenPairCodes.CointegrationLost));

    private static PairSelection Run(PlantedMarket market, DiscoveryOptions? options = null) =>
        PairSelector.Select(Panel(market), Book(market), Gaps, options ?? Options);

    private static InstrumentBook Book(PlantedMarket market) => market.Names.Aggregate(
        InstrumentBook.Empty, (known, name) => known.With(new PanelInstrument(InstrumentId.Parse(name), Currency.Usd, Tradable: true)));

    private static PanelSlice Slice(BarClosed closed, InstrumentBook book) =>
        PanelSlice.Of(closed.Feed, BarInterval.Day, closed.OccurredAt, closed.Bars, book);

    private static ClosePanel Panel(PlantedMarket market, Func<int, string, bool>? has = null)
    {
        var book = Book(market);
        return Enumerable.Range(0, market.Bars).Aggregate(
            ClosePanel.Empty(PlantedMarket.Feed, BarInterval.Day, market.Bars),
            (panel, bar) => panel.Append(
                Slice(market.Slice(bar, (name, close) => has is null || has(bar, name) ? close : null), book)));
    }
}
