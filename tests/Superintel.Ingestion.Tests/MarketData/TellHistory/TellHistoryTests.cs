using Superintel.Contracts.Events.V1;
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

    private Task<int> Tell(int before, params InstrumentId[] instruments) => new Teller(store.Bars, store.Freshness, events).Handle(
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
}
