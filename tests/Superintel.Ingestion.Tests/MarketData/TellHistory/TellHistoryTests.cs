using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;
using Superintel.TestKit;
using Teller = Superintel.Ingestion.MarketData.TellHistory.TellHistory;

namespace Superintel.Ingestion.Tests.MarketData.TellHistory;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TellHistoryTests
{
    private const string Feed = "binance";
    private readonly Store store = Store.InMemory();
    private readonly RecordedEvents events = new();

    private Teller Teller => new(store.Bars, store.Freshness, store.Told, events);

    private Task<int> Tell(int before, params InstrumentId[] instruments) => Teller.Handle(
        Feed, BarInterval.Day, instruments.Length > 0 ? instruments : [Some.Id, Some.OtherId], Some.Day(before), CancellationToken.None);

    [SetUp]
    public async Task StoredBars() => await store.Bars.Append(
        [.. Enumerable.Range(1, 5).SelectMany(day => new[] { Some.Bar(day), Some.Bar(day, id: Some.OtherId) })], CancellationToken.None);

    [Test]
    public async Task First_start_tells_the_past_by_slice_in_order_of_time_and_leaves_out_what_comes_next()
    {
        var told = await Tell(before: 5);
        var past = events.Of<BarsBackfilled>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(told, Is.EqualTo(4));
            Assert.That(past.Select(slice => slice.OccurredAt), Is.EqualTo(Enumerable.Range(1, 4).Select(Some.Day)));
            Assert.That(past[0].Bars.Select(bar => bar.InstrumentId), Is.EqualTo(new[] { "KO.XNYS", "PG.XNYS" }));
        });
    }

    [Test]
    public async Task What_a_slice_of_the_feed_has_told_is_not_told_again()
    {
        await store.Freshness.Save(
            [new SeriesFreshness(Feed, Some.Id, BarInterval.Day, Some.Day(3), Stale: false)], CancellationToken.None);
        await Tell(before: 5);
        Assert.That(events.Of<BarsBackfilled>().Select(slice => slice.OccurredAt), Is.EqualTo(new[] { Some.Day(4) }));
    }

    [Test]
    public async Task Imported_history_counts_as_untold()
    {
        await store.Freshness.Save(
            [new SeriesFreshness("import", Some.Id, BarInterval.Day, Some.Day(4), Stale: true)], CancellationToken.None);
        Assert.That(await Tell(before: 6), Is.EqualTo(5));
    }

    [Test]
    public async Task Instruments_of_other_feeds_are_not_told()
    {
        await Tell(5, Some.OtherId);
        Assert.That(events.Of<BarsBackfilled>().SelectMany(slice => slice.Bars).Select(bar => bar.InstrumentId).Distinct(),
            Is.EqualTo(new[] { "PG.XNYS" }));
    }

    [Test]
    public async Task Nothing_stored_tells_nothing() => Assert.That(await Tell(before: 1), Is.Zero);

    [Test]
    public async Task Past_that_was_told_is_not_told_again_though_no_slice_closed()
    {
        await Tell(before: 4);
        events.Forget();
        Assert.That(await Tell(before: 6), Is.EqualTo(2));
        Assert.That(events.Of<BarsBackfilled>().Select(slice => slice.OccurredAt), Is.EqualTo(new[] { Some.Day(4), Some.Day(5) }));
    }

    [Test]
    public async Task Bars_of_slices_that_were_told_are_told_as_late_each_by_itself()
    {
        await Tell(before: 4);
        events.Forget();
        var third = InstrumentId.Parse("PEP.XNYS");
        Bar[] stored = [Some.Bar(4, id: third), Some.Bar(3, id: third), Some.Bar(2, id: third)];
        Assert.That(await Teller.Late(Feed, stored, CancellationToken.None), Is.EqualTo(2), "the fourth day comes with its slice");
        var late = events.Of<BarsBackfilled>();
        Assert.That(late.Select(bar => (bar.OccurredAt, bar.Bars.Single().InstrumentId, bar.Late)),
            Is.EqualTo(new[] { (Some.Day(2), "PEP.XNYS", true), (Some.Day(3), "PEP.XNYS", true) }));
        Assert.That(late[0].EventId, Is.EqualTo($"bars-backfilled/binance/1d/{Some.Day(2).UtcDateTime:O}/PEP.XNYS"));
    }

    [Test]
    public async Task Before_anything_was_told_nothing_is_late() =>
        Assert.That(await Teller.Late(Feed, [Some.Bar(1)], CancellationToken.None), Is.Zero);

    [Test]
    public async Task Bar_that_was_stored_while_its_slice_was_put_together_without_it_is_told_after_the_slice()
    {
        var slice = new BarClosed(Feed, "1d", Some.Day(3), false, [Some.Bar(3).Closed()]);
        Assert.That(await Teller.Late(slice, [Some.Id, Some.OtherId], CancellationToken.None), Is.EqualTo(1));
        var late = events.Of<BarsBackfilled>().Single();
        Assert.That((late.OccurredAt, late.Bars.Single().InstrumentId), Is.EqualTo((Some.Day(3), "PG.XNYS")));
    }
}
