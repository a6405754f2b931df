using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Signals;

internal sealed class ScoreSliceTests
{
    private static readonly PlantedMarket Market = PlantedMarket.Of(7, bars: 400, walks: 3, ties: 2);
    private static readonly PredictionOptions Options = SmallSettings.Options;

    [Test]
    public async Task Planted_pairs_give_signals_that_open_and_close_in_turn()
    {
        var run = await PlantedRun.Over(Market, Options, bars: 400);

        Assert.That(run.Signals, Has.Count.GreaterThan(10));
        foreach (var pair in run.Signals.GroupBy(signal => signal.PairId))
            Assert.That(pair.Select((signal, i) => signal.Intent == (i % 2 == 0 ? "open" : "close")), Is.All.True, pair.Key);
        Assert.That(run.Signals.Select(signal => signal.DecisionId), Is.Unique);
    }

    [Test]
    public async Task Signal_to_open_says_all_that_the_next_stage_needs()
    {
        var run = await PlantedRun.Over(Market, Options, bars: 400);
        var selected = run.Events.Of<PairsSelected>();

        foreach (var signal in run.Signals.Where(signal => signal.Intent == "open"))
        {
            var formed = selected.Last(s => s.OccurredAt <= signal.OccurredAt).Pairs.Single(pair => pair.PairId == signal.PairId);
            var decision = DecisionId.For(PairId.Parse(signal.PairId), BarInterval.Day, signal.OccurredAt, "open");
            var spread = Math.Log((double)signal.PriceA) - signal.Intercept - (signal.HedgeRatio * Math.Log((double)signal.PriceB));
            Assert.That(signal.DecisionId, Is.EqualTo(decision.Value));
            Assert.That(signal.HedgeRatio, Is.EqualTo(formed.HedgeRatio));
            Assert.That(Math.Sign(signal.Direction), Is.EqualTo(-Math.Sign(signal.ZScore)));
            Assert.That(Math.Abs(signal.Direction), Is.InRange(0.1, 1));
            Assert.That(signal.Confidence, Is.InRange(0.1, 1));
            Assert.That(signal.Spread, Is.EqualTo(spread).Within(1e-12));
            Assert.That(signal.Contributions, Has.Count.EqualTo(4));
            Assert.That(signal.Contributions.Sum(one => one.Weight), Is.EqualTo(1).Within(1e-12));
            Assert.That(signal.FeatureSchema, Is.EqualTo("pair-spread/1"));
        }
    }

    [Test]
    public async Task Signal_to_close_carries_the_hedge_with_which_it_was_opened()
    {
        var run = await PlantedRun.Over(Market, Options, bars: 400);

        foreach (var pair in run.Signals.GroupBy(signal => signal.PairId))
        {
            foreach (var (opened, closed) in pair.Chunk(2).Where(two => two.Length == 2).Select(two => (two[0], two[1])))
            {
                Assert.That((closed.HedgeRatio, closed.Intercept), Is.EqualTo((opened.HedgeRatio, opened.Intercept)));
                Assert.That((closed.Direction, closed.Confidence), Is.EqualTo((0.0, 1.0)));
                Assert.That(closed.Reason, Does.Contain(opened.DecisionId));
            }
        }
    }

    [Test]
    public async Task Contributions_of_a_signal_can_be_made_again_from_its_stored_features()
    {
        var run = await PlantedRun.Over(Market, Options, bars: 400);
        var ensemble = new Ensemble(RegisteredModels.From(Options.Models), Options.Ensemble);

        foreach (var signal in run.Signals)
        {
            var stored = await run.Prediction.Features.Find(signal.FeatureVectorId, CancellationToken.None);
            var again = ensemble.Judge(new ModelInput(PairId.Parse(signal.PairId), stored!));
            Assert.That(again.Votes.Select(vote => vote.ToEvent()), Is.EqualTo(signal.Contributions));
            Assert.That(signal.ModelRunId, Is.EqualTo(ensemble.RunId));
            Assert.That(stored![PairFields.ZScore], Is.EqualTo(signal.ZScore));
        }
    }

    [Test]
    public async Task Every_slice_ends_with_SliceScored_that_names_its_signals_in_order()
    {
        var run = await PlantedRun.Over(Market, Options, bars: 400);

        Assert.That(run.Scored, Has.Count.EqualTo(400));
        foreach (var scored in run.Scored)
        {
            var signals = run.Signals.Where(signal => signal.OccurredAt == scored.OccurredAt).ToArray();
            Assert.That(scored.DecisionIds, Is.EqualTo(signals.Select(signal => signal.DecisionId)));
            Assert.That(signals.Select(signal => signal.PairId), Is.Ordered);
        }
        Assert.That(run.Events.All[^1], Is.InstanceOf<SliceScored>());
    }

    [Test]
    public async Task Pair_with_a_missing_leg_is_skipped_and_gives_no_signal()
    {
        var run = await PlantedRun.Over(Market, Options, bars: 300);
        var monitored = await run.Prediction.Pairs.All(Market.At(299), CancellationToken.None);
        var leg = monitored[0].Formation.Pair.A.ToString();

        await run.Feed(Market.Slice(300, (name, close) => name == leg ? null : close));

        Assert.That(run.Scored[^1].PairsSkipped, Is.EqualTo(1));
        Assert.That(run.Scored[^1].PairsScored, Is.EqualTo(monitored.Count - 1));
        Assert.That(run.Signals.Where(s => s.OccurredAt == Market.At(300)).Select(s => s.InstrumentA), Has.No.Member(leg));
    }

    [TestCase("")]
    [TestCase("farm-away")]
    public async Task Pair_with_a_stale_leg_is_skipped_until_it_is_fresh_again(string reason)
    {
        var run = await PlantedRun.Over(Market, Options, bars: 300);
        var leg = (await run.Prediction.Pairs.All(Market.At(299), CancellationToken.None))[0].Formation.Pair.B.ToString();

        await run.MarkStale(leg, stale: true, Market.At(299), reason);
        await run.Feed(Market.Slice(300));
        await run.MarkStale(leg, stale: false, Market.At(300));
        await run.Feed(Market.Slice(301));

        Assert.That(run.Scored[^2].PairsSkipped, Is.EqualTo(1));
        Assert.That(run.Scored[^1].PairsSkipped, Is.Zero);
    }

    [Test]
    public async Task Late_slice_makes_no_signal_and_changes_nothing_after_it()
    {
        var straight = await PlantedRun.Over(Market, Options, bars: 320);
        var run = await PlantedRun.Over(Market, Options, bars: 300);

        await run.Feed(Market.Slice(250, (_, close) => close * 2));
        var late = run.Scored[^1];
        for (var bar = 300; bar < 320; bar++) await run.Feed(Market.Slice(bar));

        Assert.That((late.PairsScored, late.DecisionIds.Count), Is.EqualTo((0, 0)));
        var others = run.Events.All.Where(happened => !ReferenceEquals(happened, late));
        Assert.That(PlantedRun.Texts(others), Is.EqualTo(PlantedRun.Texts(straight.Events.All)));
    }

    [Test]
    public async Task Slice_of_an_interval_that_is_not_scored_is_only_acknowledged()
    {
        var run = new PlantedRun(Options);
        await run.List(Market);

        await run.Feed(Market.Slice(0) with { Interval = "30m" });

        Assert.That(run.Events.All, Has.Count.EqualTo(1));
        Assert.That(run.Scored[0], Has.Property("PairsScored").Zero.And.Property("Interval").EqualTo("30m"));
    }

    [Test]
    public async Task Open_stance_of_a_pair_that_is_not_selected_again_stays_monitored_until_it_closes()
    {
        // One place for five planted pairs: the selection changes hands while stances are open.
        var market = PlantedMarket.Of(9, bars: 400, walks: 0, ties: 5);
        var run = new PlantedRun(Options with { Discovery = Options.Discovery with { MaximumPairs = 1, RefreshBars = 5 } });
        await run.List(market);
        var orphans = new SortedSet<string>(StringComparer.Ordinal);
        for (var bar = 0; bar < 400; bar++)
        {
            await run.Feed(market.Slice(bar));
            var selected = run.Events.Of<PairsSelected>().TakeLast(1).SelectMany(one => one.Pairs).Select(pair => pair.PairId).ToArray();
            foreach (var pair in await run.Prediction.Pairs.All(market.At(bar), CancellationToken.None))
                if (pair.Side != Prediction.Signals.StanceSide.Flat && !selected.Contains(pair.Formation.Pair.ToString()))
                    orphans.Add(pair.Formation.Pair.ToString());
        }

        Assert.That(orphans, Is.Not.Empty);
        foreach (var pair in orphans) Assert.That(run.Signals.Last(signal => signal.PairId == pair).Intent, Is.EqualTo("close"), pair);
    }

    [Test]
    public async Task Spread_of_a_monitored_pair_ends_with_the_z_score_of_its_last_bar()
    {
        var run = await PlantedRun.Over(Market, Options, bars: 400);
        var pair = (await run.Prediction.Pairs.All(Market.At(399), CancellationToken.None))[0];

        var points = await run.Prediction.Pairs.Spread(pair.Formation.Pair, limit: 50, CancellationToken.None);

        Assert.That(points, Has.Count.EqualTo(50));
        Assert.That(points!.Select(point => point.At), Is.Ordered);
        Assert.That(points![^1].ZScore, Is.EqualTo(pair.ZScore));
        Assert.That(points![^1].Spread, Is.EqualTo(pair.Spread));
    }
}
