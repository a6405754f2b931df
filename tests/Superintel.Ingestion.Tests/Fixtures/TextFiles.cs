using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Recorded.Ports;

namespace Superintel.Ingestion.Tests.Fixtures;

/// <summary>Recorded files written in a test.</summary>
internal sealed class TextFiles : IRecordedFiles
{
    private readonly Dictionary<string, string> files = [];

    public TextFiles With(string name, params string[] lines)
    {
        files[name] = string.Join('\n', lines);
        return this;
    }

    public TextReader Open(string name) =>
        files.TryGetValue(name, out var text) ? new StringReader(text) : throw new RecordedDataException($"there is no {name}");

    /// <summary>Two instruments A.TEST and B.TEST with daily closes in prices.csv.</summary>
    /// <param name="rows">date,A,B.</param>
    public static TextFiles OfTwo(params string[] rows) => new TextFiles()
        .With(
            "instruments.csv",
            "instrumentId,name,assetClass,currency,lotSize,tickSize,tradable,sector,file,column",
            "A.TEST,A,equity,USD,1,0.01,true,Energy,prices.csv,A",
            "B.TEST,B,equity,USD,1,0.01,true,Energy,prices.csv,B")
        .With("files.csv", "file,layout,time,origin,interval,instrumentId,replay", "prices.csv,closes,date,,1d,,true")
        .With("prices.csv", ["date,A,B", .. rows]);
}
