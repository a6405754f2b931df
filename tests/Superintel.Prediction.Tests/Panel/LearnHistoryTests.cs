using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Panel;

internal sealed class LearnHistoryTests
{
    private const int Known = 130;
    private static readonly PlantedMarket Market = PlantedMarket.Of(7, bars: 200, walks: 3, ties: 2);

    private static BarsBackfilled Past(int bar)
    {
        var slice = Market.Slice(bar);
        return new BarsBackfilled(slice.Feed, slice.Interval, slice.OccurredAt, slice.Bars);
    }

    private static async Task<PlantedRun> Told(int from, int to)
    {
        var run = new PlantedRun(SmallSettings.Options);
        await run.List(Market);
        for (var bar = from; bar < to; bar++) await run.Prediction.LearnHistory.Handle(Past(bar), CancellationToken.None);
        return run;
    }

    [Test]
    public async Task History_says_nothing_and_the_first_live_slice_finds_pairs_in_it()
    {
        var run = await Told(0, Known);
        Assert.That(run.Events.All, Is.Empty);

        await run.Feed(Market.Slice(Known));
        Assert.That(run.Events.Of<PairsSelected>().Single().Pairs, Is.Not.Empty);
    }

    [Test]
    public async Task Spread_reaches_back_into_history()
    {
        var run = await Told(0, Known);
        await run.Feed(Market.Slice(Known));
        var pair = PairId.Parse(run.Events.Of<PairsSelected>().Single().Pairs[0].PairId);
        var spread = await run.Prediction.Pairs.Spread(pair, limit: 500, CancellationToken.None);
        Assert.That(spread!.Select(point => point.At), Is.EqualTo(Enumerable.Range(0, Known + 1).Select(Market.At)));
    }

    [Test]
    public async Task What_is_older_than_the_panel_changes_nothing()
    {
        var run = await Told(50, Known);
        await run.Prediction.LearnHistory.Handle(Past(10), CancellationToken.None);
        await run.Prediction.LearnHistory.Handle(Past(Known - 1), CancellationToken.None);
        await run.Feed(Market.Slice(Known));
        Assert.That(run.Scored, Has.Count.EqualTo(1));
        Assert.That(run.Signals.Select(signal => signal.OccurredAt), Is.All.EqualTo(Market.At(Known)));
    }

    [Test]
    public async Task Late_bars_go_where_they_belong_and_what_follows_is_as_if_they_had_come_in_time()
    {
        var name = Market.Names[0];
        var (whole, holed) = (await Told(0, Known - 20), await Told(0, Known - 20));
        for (var bar = Known - 20; bar < Known; bar++)
        {
            var slice = Past(bar);
            await whole.Prediction.LearnHistory.Handle(slice, CancellationToken.None);
            // One instrument is missing for five slices, and then a whole slice.
            if (bar == Known - 10) continue;
            var part = bar < Known - 15 ? slice with { Bars = [.. slice.Bars.Where(b => b.InstrumentId != name)] } : slice;
            await holed.Prediction.LearnHistory.Handle(part, CancellationToken.None);
        }
        for (var bar = Known - 10; bar >= Known - 20; bar--)
        {
            var slice = Past(bar);
            foreach (var one in slice.Bars.Where(b => bar == Known - 10 || b.InstrumentId == name))
                await holed.Prediction.LearnHistory.Handle(slice with { Bars = [one], Late = true }, CancellationToken.None);
        }
        for (var bar = Known; bar < Known + 40; bar++)
        {
            await whole.Feed(Market.Slice(bar));
            await holed.Feed(Market.Slice(bar));
        }
        Assert.That(whole.Signals, Is.Not.Empty);
        Assert.That(PlantedRun.Texts(holed.Events.All), Is.EqualTo(PlantedRun.Texts(whole.Events.All)));
    }
}
