using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.CloseSlice;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Memory;
using Superintel.Ingestion.ReferenceData.Memory;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.CloseSlice;

public sealed class CloseSliceTests
{
    private readonly MemoryInstruments instruments = new();
    private MemoryBars bars = null!;
    private MemoryQuarantine quarantine = null!;
    private RecordedEvents events = null!;
    private Ingestion.MarketData.CloseSlice.CloseSlice close = null!;

    [SetUp]
    public async Task Begin()
    {
        await instruments.Save(Some.Instrument(), CancellationToken.None);
        await instruments.Save(Some.Instrument(Some.OtherId), CancellationToken.None);
        var options = new IngestionOptions();
        (bars, quarantine, events) = (new MemoryBars(), new MemoryQuarantine(), new RecordedEvents());
        close = new(instruments, bars, quarantine, new MemoryFreshnessBook(), events, new GateTracks(options.Gate), options);
    }

    private Task<ClosedSlice> Close(int day, params BarCandidate[] candidates) => close.Handle(
        new Slice("sample", new SlicePosition(Some.Day(day), BarInterval.Day), candidates), replayed: true, Some.Day(day),
            CancellationToken.None);

    [Test]
    public async Task Bars_of_a_slice_are_told_in_one_event_in_order_of_instrument()
    {
        await Close(1, Some.Candidate(1, id: Some.OtherId), Some.Candidate(1));
        Assert.That(events.Of<BarClosed>().Single().Bars.Select(b => b.InstrumentId), Is.EqualTo(new[] { "KO.XNYS", "PG.XNYS" }));
    }

    [Test]
    public async Task Bad_bar_is_set_aside_and_told_and_the_others_go_on()
    {
        var closed = await Close(1, Some.Candidate(1, close: null), Some.Candidate(1, id: Some.OtherId));
        Assert.Multiple(() =>
        {
            Assert.That(closed.Event.Bars.Single().InstrumentId, Is.EqualTo("PG.XNYS"));
            Assert.That(events.Of<BarQuarantined>().Single().Failures, Is.EqualTo(new[] { "completeness: missing close" }));
        });
        Assert.That(await quarantine.List(null, null, 10, CancellationToken.None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Third_failure_in_a_row_raises_one_alert_and_a_good_bar_ends_the_row()
    {
        var alerts = new List<int>();
        int[] bad = [1, 2, 3, 4, 6];
        for (var day = 1; day <= 6; day++)
        {
            var closed = await Close(day, Some.Candidate(day, bad.Contains(day) ? null : 100m));
            if (closed.Alerts.Count > 0) alerts.Add(day);
        }
        Assert.That(alerts, Is.EqualTo(new[] { 3 }));
        Assert.That(events.Of<BarQuarantined>().Select(q => q.ConsecutiveFailures), Is.EqualTo(new[] { 1, 2, 3, 4, 1 }));
    }

    [Test]
    public async Task Slice_of_which_nothing_is_good_closes_empty()
    {
        await Close(1, Some.Candidate(1, close: null));
        Assert.That(events.Of<BarClosed>().Single().Bars, Is.Empty);
    }

    [Test]
    public async Task Full_bar_is_preferred_and_confirmed_by_the_other_source()
    {
        var full = Some.FullCandidate(1, 99m, 101m, 98m, 100m, 5_000m) with { Source = "z" };
        var agreeing = await Close(1, Some.Candidate(1, 100.1m) with { Source = "a" }, full);
        var differing = await Close(2, Some.Candidate(2, 90m), Some.FullCandidate(2, 99m, 101m, 98m, 100m) with { Source = "z" });
        Assert.Multiple(() =>
        {
            Assert.That(agreeing.Good.Single(), Is.EqualTo(full.ToBar()));
            Assert.That(differing.Quarantined.Single().Failures, Has.One.StartsWith("consistency: sources"));
        });
    }

    [Test]
    public async Task Bar_that_an_import_stored_before_is_told_but_not_stored_again()
    {
        await bars.Append([Some.Bar(1)], CancellationToken.None);
        var closed = await Close(1, Some.Candidate(1));
        Assert.That(closed.Event.Bars, Has.Count.EqualTo(1));
        Assert.That(await bars.Last(Some.Id, BarInterval.Day, Some.Day(9), 9, CancellationToken.None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Bars_that_an_import_stored_for_later_days_do_not_stop_the_feed()
    {
        await bars.Append([Some.Bar(50)], CancellationToken.None);
        Assert.That((await Close(1, Some.Candidate(1))).Good, Has.Count.EqualTo(1));
    }

    [Test]
    public void Bar_of_an_instrument_that_is_not_listed_stops_the_work() => Assert.That(
        () => Close(1, Some.Candidate(1, id: InstrumentId.Parse("X.NOWHERE"))),
            Throws.InvalidOperationException.With.Message.Contains("not listed"));
}
