using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Import.Memory;
using Superintel.Ingestion.MarketData.Memory;
using Superintel.Ingestion.ReferenceData.ListInstruments;
using Superintel.Ingestion.ReferenceData.Memory;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Import;

public sealed class ImportBarsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private MemoryBars bars = null!;
    private MemoryQuarantine quarantine = null!;
    private MemoryFreshnessBook freshness = null!;
    private RecordedEvents events = null!;
    private ImportBars import = null!;

    [SetUp]
    public async Task Begin()
    {
        var (options, instruments) = (new IngestionOptions(), new MemoryInstruments());
        (bars, quarantine, freshness, events) = (new MemoryBars(), new MemoryQuarantine(), new MemoryFreshnessBook(), new RecordedEvents());
        await instruments.Save(Some.Instrument(), CancellationToken.None);
        var admit = new AdmitHistory(bars, quarantine, freshness, events, options.Gate);
        var list = new ListInstruments(instruments, events, new SettableClock(Now));
        import = new ImportBars(instruments, bars, new MemoryImports(), list, admit, new GateTracks(options.Gate), options);
    }

    private Task<ImportOutcome> Import(string[] lines, bool partial = false, AssetClass? assetClass = null)
    {
        var rows = lines.Select(l => l.Split(',')).ToArray();
        var table = new ImportTable(rows[0], [.. rows.Skip(1).Select((r, i) => new ImportRow(i + 2, r))], []);
        var request = new ImportRequest(
            string.Join('\n', lines), Some.Id, BarInterval.Day, assetClass, assetClass is null ? null : Currency.Usd, partial);
        return import.Handle(request, table, Now, CancellationToken.None);
    }

    private async Task<int> Stored() => (await bars.Range(
        new BarQuery([], BarInterval.Day, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null, 1_000), CancellationToken.None)).Count;

    [Test]
    public async Task Good_file_is_stored_as_history_without_a_closed_slice()
    {
        var outcome = await Import(["date,close", "2000-01-03,10", "2000-01-04,11"]);
        Assert.That((outcome.Accepted, outcome.RejectedCount, await Stored()), Is.EqualTo((2, 0, 2)));
        Assert.That(events.Of<BarClosed>(), Is.Empty);
        Assert.That(
            (await freshness.Load(CancellationToken.None)).Single(), Has.Property("Stale").True.And.Property("Feed").EqualTo("import"));
    }

    [Test]
    public async Task File_with_one_bad_row_leaves_nothing_behind()
    {
        var outcome = await Import(
            ["date,close,symbol", "2000-01-03,10,NEW.XNYS", "2000-01-04,-11,NEW.XNYS"], assetClass: AssetClass.Equity);
        Assert.That(
            (outcome.Accepted, outcome.RejectedCount, outcome.Rejected[0].Code, await Stored()), Is.EqualTo((0, 1, "negative-price", 0)));
        Assert.That(events.All, Is.Empty);
    }

    [Test]
    public async Task Bad_file_may_be_sent_again_once_it_is_mended()
    {
        await Import(["date,close", "2000-01-03,-10"]);
        Assert.That((await Import(["date,close", "2000-01-03,10"])).Accepted, Is.EqualTo(1));
    }

    [Test]
    public async Task Partial_import_takes_the_good_rows_and_names_the_others()
    {
        var outcome = await Import(["date,close", "2000-01-03,10", "2000-01-04,x", "2000-01-05,11"], partial: true);
        Assert.That((outcome.Accepted, outcome.Rejected.Single().Row, await Stored()), Is.EqualTo((2, 3, 2)));
    }

    [Test]
    public async Task Same_file_when_it_is_sent_again_does_nothing_again()
    {
        string[] file = ["date,close", "2000-01-03,10", "2000-01-04,"];
        var first = await Import(file);
        var second = await Import(file);
        Assert.That((second.Repeated, second with { Repeated = false }), Is.EqualTo((true, first)));
        Assert.That((await Stored(), events.Of<BarQuarantined>().Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Longer_file_that_overlaps_stores_only_what_is_new()
    {
        await Import(["date,close", "2000-01-03,10"]);
        var outcome = await Import(["date,close", "2000-01-03,10.00", "2000-01-04,11"]);
        Assert.That((outcome.Accepted, outcome.AlreadyStored, await Stored()), Is.EqualTo((1, 1, 2)));
    }

    [Test]
    public async Task File_that_contradicts_what_is_stored_is_refused()
    {
        await Import(["date,close", "2000-01-03,10"]);
        var outcome = await Import(["date,close", "2000-01-03,10.5", "2000-01-04,11"]);
        Assert.That(
            (outcome.Rejected.Single().Code, outcome.Rejected.Single().Row, await Stored()), Is.EqualTo(("conflicts-with-stored", 2, 1)));
    }

    [Test]
    public async Task Jump_in_a_file_is_quarantined_by_the_gate_and_told()
    {
        var outcome = await Import(["date,close", "2000-01-03,10", "2000-01-04,100", "2000-01-05,10.1"]);
        Assert.That((outcome.Accepted, outcome.Quarantined), Is.EqualTo((2, 1)));
        Assert.That(events.Of<BarQuarantined>().Single().Failures.Single(), Does.StartWith("validity: jump"));
        Assert.That(await quarantine.List(Some.Id, null, 10, CancellationToken.None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Declared_instrument_is_listed_with_the_import()
    {
        await Import(["date,close,symbol", "2000-01-03,10,NEW.XNYS"], assetClass: AssetClass.Equity);
        Assert.That(events.Of<InstrumentListed>().Single().InstrumentId, Is.EqualTo("NEW.XNYS"));
    }
}
