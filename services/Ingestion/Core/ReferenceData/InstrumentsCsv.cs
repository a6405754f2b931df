using System.Globalization;
using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Kernel;

namespace Superintel.Ingestion.ReferenceData;

/// <summary>Reads <c>instruments.csv</c>: which instruments there are and which column of which recorded file holds each.</summary>
public static class InstrumentsCsv
{
    private static readonly string[] Header =
        ["instrumentId", "name", "assetClass", "currency", "lotSize", "tickSize", "tradable", "sector", "file", "column"];

    /// <returns>Ordered by instrument.</returns>
    /// <exception cref="RecordedDataException">A line that does not say what it should, with its number; or an instrument named
    /// twice.</exception>
    public static IReadOnlyList<ListedSeries> Read(TextReader text)
    {
        var series = new SortedDictionary<InstrumentId, ListedSeries>();
        foreach (var line in DelimitedLine.ReadAll("instruments.csv", text, Header))
        {
            var one = Parse(line);
            if (!series.TryAdd(one.Instrument.Id, one)) throw line.Wrong($"{one.Instrument.Id} is listed twice");
        }
        return [.. series.Values];
    }

    private static ListedSeries Parse(DelimitedLine line)
    {
        if (!InstrumentId.TryParse(line["instrumentId"], out var id)) throw line.Wrong($"'{line["instrumentId"]}' is not an instrument id");
        if (!AssetClassCode.TryParse(line["assetClass"], out var assetClass))
            throw line.Wrong($"'{line["assetClass"]}' is not an asset class");
        if (!bool.TryParse(line["tradable"], out var tradable)) throw line.Wrong("tradable is true or false");
        var instrument = new Instrument(
            id,
            line["name"],
            assetClass,
            new Currency(line["currency"]),
            Positive(line, "lotSize"),
            Positive(line, "tickSize"),
            tradable,
            line["sector"]);
        return new ListedSeries(instrument, line["file"], line["column"]);
    }

    private static decimal Positive(DelimitedLine line, string column) =>
        decimal.TryParse(line[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0m
            ? value
            : throw line.Wrong($"{column} is a positive number");
}
