using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Import;

public sealed class ImportReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static ImportReading Read(ImportRequest request, params string[] lines)
    {
        var rows = lines.Select(l => l.Split(',')).ToArray();
        var table = new ImportTable(rows[0], [.. rows.Skip(1).Select((r, i) => new ImportRow(i + 2, r))], []);
        var known = new[] { Some.Instrument(), Some.Instrument(Some.OtherId),
            Some.Instrument(InstrumentId.Parse("CL.XNYM"), AssetClass.Future) };
        return new ImportReader(request, known.ToDictionary(i => i.Id), Now, mostErrors: 100).Read(table);
    }

    private static ImportRequest Request(InstrumentId? instrument = null, string interval = "1d", AssetClass? assetClass = null) =>
        new("hash-of-a-file", instrument, BarInterval.Parse(interval), assetClass, assetClass is null ? null : Currency.Usd,
            Partial: false);

    private static string[] Codes(ImportReading reading) => [.. reading.Errors.Select(e => $"{e.Row}:{e.Code}")];

    [Test]
    public void Wide_form_gives_a_close_per_instrument_and_row()
    {
        var reading = Read(Request(), "date,KO.XNYS,PG.XNYS", "2000-01-03,10,20", "2000-01-04,11,21");
        Assert.That(reading.Errors, Is.Empty);
        Assert.That(reading.Bars.Select(b => (b.Row, b.Bar.Instrument.Symbol, b.Bar.Close, b.Bar.CloseOnly)), Is.EqualTo(new[]
        {
            (2, "KO", (decimal?)10m, true), (3, "KO", 11m, true), (2, "PG", 20m, true), (3, "PG", 21m, true),
        }));
    }

    [Test]
    public void Long_form_gives_full_bars()
    {
        var bar = Read(Request(), "symbol,ts,open,high,low,close,volume", "KO.XNYS,2000-01-03T21:00:00Z,1,3,0.5,2,100").Bars.Single().Bar;
        Assert.That(
            (bar.ClosedAt, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume, bar.CloseOnly),
            Is.EqualTo((new DateTimeOffset(2000, 1, 3, 21, 0, 0, TimeSpan.Zero), (decimal?)1m, (decimal?)3m, (decimal?)0.5m, (decimal?)2m,
                (decimal?)100m, false)));
    }

    [Test]
    public void File_without_a_symbol_is_of_the_instrument_the_request_names() =>
        Assert.That(Read(Request(Some.Id), "date,close", "2000-01-03,10").Bars.Single().Bar.Instrument, Is.EqualTo(Some.Id));

    [TestCase("KO.XNYS,2000-01-03,-1", "2:negative-price")]
    [TestCase("KO.XNYS,2000-01-03,0", "2:zero-price")]
    [TestCase("KO.XNYS,2000-01-03,NaN", "2:not-a-number")]
    [TestCase("KO.XNYS,2000-01-03,Infinity", "2:not-a-number")]
    [TestCase("KO.XNYS,2000-01-03,1e30", "2:not-a-number")]
    [TestCase("KO.XNYS,2000-01-03,ten", "2:not-a-number")]
    [TestCase("XX.XNYS,2000-01-03,1", "2:unknown-instrument")]
    [TestCase("KO,2000-01-03,1", "2:unknown-instrument")]
    [TestCase("KO.XNYS,2026-01-01,1", "2:future-date")]
    [TestCase("KO.XNYS,2099-12-31,1", "2:future-date")]
    [TestCase("KO.XNYS,1200-01-01,1", "2:date-too-early")]
    [TestCase("KO.XNYS,2000-02-30,1", "2:malformed-timestamp")]
    [TestCase("KO.XNYS,2000-01-03T21:00:00,1", "2:malformed-timestamp")]
    public void Bad_row_is_refused_with_its_line_and_code(string row, string expected) =>
        Assert.That(Codes(Read(Request(), "symbol,ts,close", row)), Is.EqualTo(new[] { expected }));

    [Test]
    public void Negative_volume_is_refused() => Assert.That(
        Codes(Read(Request(), "symbol,ts,open,high,low,close,volume", "KO.XNYS,2000-01-03,1,1,1,1,-5")), Is.EqualTo(
            new[] { "2:negative-volume" }));

    [Test]
    public void Future_may_have_a_negative_price() =>
        Assert.That(Read(Request(), "symbol,ts,close", "CL.XNYM,2020-04-20,-37.63").Bars.Single().Bar.Close, Is.EqualTo(-37.63m));

    [Test]
    public void Repeated_and_backward_times_of_a_series_are_refused() => Assert.That(
        Codes(Read(
            Request(), "symbol,ts,close", "KO.XNYS,2000-01-04,1", "PG.XNYS,2000-01-03,1", "KO.XNYS,2000-01-04,1", "KO.XNYS,2000-01-03,1")),
        Is.EqualTo(new[] { "4:duplicate-timestamp", "5:unordered-timestamp" }));

    [Test]
    public void Intraday_bars_cannot_have_a_day_for_a_time() =>
        Assert.That(Codes(Read(Request(interval: "30m"), "symbol,ts,close", "KO.XNYS,2000-01-03,1")), Is.EqualTo(
            new[] { "2:malformed-timestamp" }));

    [Test]
    public void Empty_field_is_a_hole_for_the_gate_to_judge()
    {
        var reading = Read(Request(), "date,KO.XNYS,PG.XNYS", "2000-01-03,,NA");
        Assert.That((reading.ErrorCount, reading.Bars.All(b => b.Bar.Close is null)), Is.EqualTo((0, true)));
    }

    [Test]
    public void Series_that_lacks_a_row_others_have_has_a_hole_there()
    {
        var reading = Read(
            Request(), "symbol,ts,close", "KO.XNYS,2000-01-03,1", "KO.XNYS,2000-01-05,1", "PG.XNYS,2000-01-04,1", "PG.XNYS,2000-01-05,1");
        Assert.That(reading.Bars.Where(b => b.Bar.Close is null).Select(b => (b.Bar.Instrument, b.Bar.ClosedAt.Day)), Is.EqualTo(
            new[] { (Some.Id, 5) }));
    }

    [Test]
    public void Unknown_instrument_when_the_request_declares_it_is_listed()
    {
        var reading = Read(Request(assetClass: AssetClass.Crypto), "date,BTC.BINANCE", "2000-01-03,1");
        Assert.That(reading.New.Single(), Is.EqualTo(new Instrument(
            InstrumentId.Parse("BTC.BINANCE"), "BTC.BINANCE", AssetClass.Crypto, Currency.Usd, 1m, 0.01m, Tradable: true, string.Empty)));
    }

    [TestCase("close,volume")]
    [TestCase("date")]
    [TestCase("date,close")]
    [TestCase("symbol,date,open,close")]
    [TestCase("symbol,date,close,colour")]
    [TestCase("date,date,KO.XNYS")]
    public void Header_of_no_known_form_is_refused(string header) =>
        Assert.That(Codes(Read(Request(), header)), Is.EqualTo(new[] { "1:unknown-form" }));

    [Test]
    public void File_without_rows_is_refused() => Assert.That(Codes(Read(Request(), "symbol,ts,close")), Is.EqualTo(new[] { "1:no-rows" }));

    [Test]
    public void Errors_beyond_the_limit_are_counted()
    {
        var reading = Read(Request(), ["symbol,ts,close", .. Enumerable.Repeat("KO.XNYS,2000-01-03,-1", 250)]);
        Assert.That((reading.Errors.Count, reading.ErrorCount), Is.EqualTo((100, 250)));
    }
}
