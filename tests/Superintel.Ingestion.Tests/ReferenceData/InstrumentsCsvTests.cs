using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.ReferenceData;

public sealed class InstrumentsCsvTests
{
    private const string Header = "instrumentId,name,assetClass,currency,lotSize,tickSize,tradable,sector,file,column";

    private static IReadOnlyList<ListedSeries> Read(params string[] lines) =>
        InstrumentsCsv.Read(new StringReader(string.Join('\n', [Header, .. lines])));

    [Test]
    public void Sample_lists_sixty_two_series_of_which_no_index_can_be_traded()
    {
        using var text = new SampleFiles().Open("instruments.csv");
        var series = InstrumentsCsv.Read(text);
        Assert.Multiple(() =>
        {
            Assert.That(series, Has.Count.EqualTo(62));
            Assert.That(series.Count(s => s.Instrument is { AssetClass: AssetClass.Equity,
                Tradable: true } && s.Instrument.Sector.Length > 0), Is.EqualTo(30));
            Assert.That(series.Where(s => s.Instrument.AssetClass == AssetClass.Index).Select(s => s.Instrument.Tradable), Is.All.False);
            Assert.That(
                series.Where(s => s.Column == "SPI").Select(s => s.Instrument.Id.Symbol), Is.EquivalentTo(new[] { "SPI", "SPI-SECTORS" }));
        });
    }

    [TestCase("KO,Coca-Cola,equity,USD,1,0.01,true,,f.csv,KO", "instrument id")]
    [TestCase("KO.XNYS,Coca-Cola,stock,USD,1,0.01,true,,f.csv,KO", "asset class")]
    [TestCase("KO.XNYS,Coca-Cola,equity,USD,0,0.01,true,,f.csv,KO", "lotSize")]
    [TestCase("KO.XNYS,Coca-Cola,equity,USD,1,-1,true,,f.csv,KO", "tickSize")]
    [TestCase("KO.XNYS,Coca-Cola,equity,USD,1,0.01,yes,,f.csv,KO", "tradable")]
    [TestCase("KO.XNYS,Coca-Cola,equity,USD,1,0.01,true,,f.csv", "9 fields")]
    public void Line_that_cannot_be_is_refused_with_its_number(string line, string says) =>
        Assert.That(() => Read(line), Throws.TypeOf<RecordedDataException>().With.Message.Contains(says).And.Message.Contains("line 2"));

    [Test]
    public void Instrument_that_is_named_twice_is_refused()
    {
        const string Line = "KO.XNYS,Coca-Cola,equity,USD,1,0.01,true,,f.csv,KO";
        Assert.That(() => Read(Line, Line), Throws.TypeOf<RecordedDataException>().With.Message.Contains("twice"));
    }
}
