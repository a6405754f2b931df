using System.Globalization;
using Superintel.Ingestion.ReferenceData;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>Reads a recorded file into rows of candidates. Every row of a file is a slice of its calendar; an empty or NA field is a hole
/// in it.</summary>
public static class RecordedReader
{
    /// <summary>A row of at least so many series in which none moved is a day on which the market was closed.</summary>
    private const int LeastSeriesOfHoliday = 5;

    /// <param name="series">The listed series; those of other files are left aside.</param>
    /// <returns>Rows in order of close time.</returns>
    /// <exception cref="RecordedDataException">A time that cannot be read or does not come after the one before; a listed column that is
    /// not there.</exception>
    public static IReadOnlyList<RecordedRow> Read(RecordedFile file, IReadOnlyList<ListedSeries> series, TextReader text)
    {
        var columns = series.Where(s => s.File == file.Name).ToDictionary(s => s.Column, s => s.Instrument.Id);
        var rows = new List<RecordedRow>();
        string[] before = [];
        foreach (var line in DelimitedLine.ReadAll(file.Name, text, expected: null))
        {
            var at = TradingTimes.CloseOf(file, line.Fields[0]) ?? throw line.Wrong($"'{line.Fields[0]}' is not a time of this file");
            if (rows.Count > 0 && at <= rows[^1].ClosedAt) throw line.Wrong($"'{line.Fields[0]}' does not come after the row before");
            string[] values = [.. line.Fields.Skip(1)];
            var volume = Closed(values, before) ? 0m : (decimal?)null;
            var bars = file.Layout == RecordedLayout.Ohlcv ? [Full(file, at, line)] : Closes(file, at, line, columns, volume);
            rows.Add(new RecordedRow(at, bars));
            before = values;
        }
        return rows;
    }

    private static bool Closed(string[] values, string[] before) => values.Length >= LeastSeriesOfHoliday && values.SequenceEqual(before);

    private static List<BarCandidate> Closes(
        RecordedFile file, DateTimeOffset at, DelimitedLine line, Dictionary<string, InstrumentId> columns, decimal? volume)
    {
        var bars = new List<BarCandidate>(columns.Count);
        foreach (var (column, instrument) in columns.OrderBy(c => c.Value))
        {
            var close = Number(line[column], out var unreadable);
            bars.Add(BarCandidate.OfClose(file.Name, instrument, file.Interval, at, close, volume) with { Unreadable = unreadable });
        }
        return bars;
    }

    private static BarCandidate Full(RecordedFile file, DateTimeOffset at, DelimitedLine line)
    {
        var open = Number(line["Open"], out var wrongOpen);
        var high = Number(line["High"], out var wrongHigh);
        var low = Number(line["Low"], out var wrongLow);
        var close = Number(line["Close"], out var wrongClose);
        var volume = Number(line["Volume"], out var wrongVolume);
        string[] wrong = [wrongOpen, wrongHigh, wrongLow, wrongClose, wrongVolume];
        return new BarCandidate(
            file.Name, file.Instrument!.Value, file.Interval, at, open, high, low, close, volume, CloseOnly: false, string.Concat(wrong));
    }

    private static decimal? Number(string text, out string unreadable)
    {
        unreadable = string.Empty;
        if (text is "" or "NA") return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return value;
        unreadable = text;
        return null;
    }
}
