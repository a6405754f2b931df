using System.Globalization;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>Reads <c>files.csv</c>: which recorded files there are and how each is to be read.</summary>
public static class RecordedFilesCsv
{
    private static readonly string[] Header = ["file", "layout", "time", "origin", "interval", "instrumentId", "replay"];

    /// <returns>Ordered by name.</returns>
    /// <exception cref="RecordedDataException">A line that does not say what it should.</exception>
    public static IReadOnlyList<RecordedFile> Read(TextReader text) =>
        [.. DelimitedLine.ReadAll("files.csv", text, Header).Select(Parse).OrderBy(f => f.Name, StringComparer.Ordinal)];

    private static RecordedFile Parse(DelimitedLine line)
    {
        var layout = line["layout"] switch
        {
            "closes" => RecordedLayout.Closes,
            "ohlcv" => RecordedLayout.Ohlcv,
            var other => throw line.Wrong($"'{other}' is not a layout: closes or ohlcv"),
        };
        var time = line["time"] switch
        {
            "date" => TimeColumn.Date,
            "instant" => TimeColumn.Instant,
            "count" => TimeColumn.Count,
            var other => throw line.Wrong($"'{other}' is not a kind of time: date, instant or count"),
        };
        if (!BarInterval.TryParse(line["interval"], out var interval)) throw line.Wrong($"'{line["interval"]}' is not an interval");
        if (!bool.TryParse(line["replay"], out var replay)) throw line.Wrong("replay is true or false");
        return new RecordedFile(line["file"], layout, time, Origin(line, time), interval, Instrument(line, layout), replay);
    }

    private static DateOnly? Origin(DelimitedLine line, TimeColumn time)
    {
        if (time != TimeColumn.Count) return null;
        return DateOnly.TryParseExact(line["origin"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var origin)
            ? origin
            : throw line.Wrong("a count needs an origin, yyyy-MM-dd");
    }

    private static InstrumentId? Instrument(DelimitedLine line, RecordedLayout layout)
    {
        if (layout != RecordedLayout.Ohlcv) return null;
        return InstrumentId.TryParse(line["instrumentId"], out var id) ? id : throw line.Wrong("an ohlcv file needs its instrument id");
    }
}
