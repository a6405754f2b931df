using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.InMemory;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Recorded;

/// <summary>The whole sample through the gate, once.</summary>
public sealed class SampleTests
{
    private readonly RecordedEvents events = new();
    private IngestionInMemory ingestion = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        ingestion = new IngestionInMemory(events, new SettableClock(Some.Day(0)), new IngestionOptions(), new SampleFiles());
        await ingestion.Start(CancellationToken.None);
        while (await ingestion.NextSlice(CancellationToken.None) is not null)
        {
        }
    }

    [Test]
    public void Every_instrument_is_listed_before_the_first_bar()
    {
        Assert.That(events.Of<InstrumentListed>(), Has.Count.EqualTo(62));
        Assert.That(events.All.Take(62), Is.All.TypeOf<InstrumentListed>());
    }

    // 2529 * 30 + 1860 * 4 + 825 * 11 + 1917 * 6 + 2216 * 10 - 17 holes + the 182 days of MSFT that only its own file has.
    [Test]
    public async Task Every_bar_of_the_daily_files_is_stored_once_but_for_the_seventeen_holes()
    {
        var stored = await ingestion.Bars.Range(
            new BarQuery([], BarInterval.Day, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null, int.MaxValue),
                CancellationToken.None);
        Assert.That(stored, Has.Count.EqualTo(75_870 + 7_440 + 9_075 + 11_502 + 22_160 - 17 + 182));
        Assert.That(events.Of<BarClosed>().Sum(s => s.Bars.Count), Is.EqualTo(stored.Count));
    }

    [Test]
    public void Holes_of_the_Swiss_sector_file_are_quarantined_as_incomplete_and_nothing_else_is()
    {
        var quarantined = events.Of<BarQuarantined>();
        Assert.Multiple(() =>
        {
            Assert.That(quarantined, Has.Count.EqualTo(17));
            Assert.That(quarantined.Select(q => q.Failures.Single()), Is.All.EqualTo("completeness: missing close"));
            Assert.That(quarantined.Count(q => q.InstrumentId == "BASI.XSWX"), Is.EqualTo(1));
            Assert.That(quarantined.Count(q => q.InstrumentId == "SPI-SECTORS.XSWX"), Is.EqualTo(16));
            Assert.That(quarantined.Max(q => q.ConsecutiveFailures), Is.EqualTo(4));
        });
    }

    [Test]
    public void Slices_ascend_and_their_bars_are_ordered_by_instrument()
    {
        var slices = events.Of<BarClosed>();
        Assert.Multiple(() =>
        {
            Assert.That(slices.Select(s => s.OccurredAt), Is.Ordered.And.Unique);
            Assert.That(slices.All(
                s => s.Bars.Select(b => b.InstrumentId).SequenceEqual(s.Bars.Select(b => b.InstrumentId).Order(StringComparer.Ordinal))));
            Assert.That(slices.Select(s => s.EventId), Is.Unique);
        });
    }

    [Test]
    public void Microsoft_has_its_full_bars_where_its_own_file_has_them()
    {
        var bars = events.Of<BarClosed>().SelectMany(s => s.Bars.Where(b => b.InstrumentId == "MSFT.XNAS")).ToList();
        Assert.That((bars.Count(b => !b.CloseOnly), bars.Count(b => b.CloseOnly)), Is.EqualTo((249, 2_529 - 67)));
    }

    [Test]
    public void Stock_becomes_stale_a_week_after_its_file_ends() => Assert.That(
        events.Of<FeedFreshnessChanged>().Single(f => f.InstrumentId == "KO.XNYS"),
        Has.Property("Stale").True.And.Property("LastBarAt").EqualTo(new DateTimeOffset(2001, 1, 3, 0, 0, 0, TimeSpan.Zero)));

    [Test]
    public async Task Half_hourly_file_when_it_is_replayed_too_has_slices_of_its_own_before_the_day_that_ends_with_them()
    {
        var both = new RecordedEvents();
        var options = new IngestionOptions
        {
            Replay = new()
            {
                Files = ["dow30_close_daily_1990_2001.csv", "usdchf_30min_1996_2001.csv"],
                From = new DateTimeOffset(1996, 4, 2, 0, 0, 0, TimeSpan.Zero),
                To = new DateTimeOffset(1996, 4, 3, 1, 0, 0, TimeSpan.Zero),
            },
        };
        var other = new IngestionInMemory(both, new SettableClock(Some.Day(0)), options, new SampleFiles());
        await other.Start(CancellationToken.None);
        while (await other.NextSlice(CancellationToken.None) is not null)
        {
        }
        var slices = both.Of<BarClosed>();
        Assert.Multiple(() =>
        {
            Assert.That(slices.Take(2).Select(s => s.Interval), Is.EqualTo(new[] { "30m", "1d" }));
            Assert.That(slices.Select(s => s.OccurredAt), Is.Ordered);
            Assert.That((slices.Count(s => s.Interval == "1d"), slices.Count(s => s.Interval == "30m")), Is.EqualTo((2, 50)));
            Assert.That(slices.Where(s => s.Interval == "30m").Select(s => s.Bars.Single().InstrumentId), Is.All.EqualTo("USDCHF.XOFF"));
        });
    }

    [Test]
    public async Task Second_run_tells_the_same_events()
    {
        var again = new RecordedEvents();
        var options = new IngestionOptions { Replay = new() { To = new DateTimeOffset(1992, 1, 1, 0, 0, 0, TimeSpan.Zero) } };
        var other = new IngestionInMemory(again, new SettableClock(Some.Day(0)), options, new SampleFiles());
        await other.Start(CancellationToken.None);
        while (await other.NextSlice(CancellationToken.None) is not null)
        {
        }
        Assert.That(again.All.Select(e => e.EventId), Is.EqualTo(events.All.Take(again.All.Count).Select(e => e.EventId)));
    }
}
