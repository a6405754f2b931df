using System.Globalization;

namespace Superintel.Prediction.Research.Input;

/// <summary>Reads CSV files: a timestamp and one column per series, or <c>symbol,ts,open,high,low,close,volume</c>.</summary>
public static class SeriesFile
{
    /// <summary>Reads and checks the chosen series.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Series wanted, in order; none for all.</param>
    /// <param name="field">Column of a long file that holds the values.</param>
    /// <exception cref="InputFaultException">No such file or column, a value that is no finite number, or
    /// timestamps out of order.</exception>
    public static SeriesTable Read(string path, IReadOnlyList<string> columns, string field = "close")
    {
        if (!File.Exists(path))
            throw new InputFaultException("no-such-file", null, null, $"there is no file {path}");
        using var reader = Open(path);
        string[] header = CsvText.Next(reader, 0) ?? throw new InputFaultException("too-short", null, null, "the file is empty");
        header = Array.ConvertAll(header, h => h.Trim());
        if (header.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InputFaultException("duplicate-column", twice.Key, null, "the header names it more than once");
        var rows = ReadRows(reader, header.Length);
        bool isLong = header.Contains("symbol", StringComparer.Ordinal) && header.Contains("ts", StringComparer.Ordinal);
        return isLong ? LongForm.Arrange(header, rows, columns, field) : WideForm.Arrange(header, rows, columns);
    }

    internal static double Number(string text, string series, int row)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0 || trimmed is "NA" or "null")
            throw new InputFaultException("missing-value", series, row, "the cell is empty");
        if (!double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && !IsInfinity(trimmed, out value))
            throw new InputFaultException("not-a-number", series, row, $"'{trimmed}' is not a number{Hint(trimmed)}");
        return double.IsFinite(value) ? value : throw new InputFaultException("not-finite", series, row, $"{trimmed} is not finite");
    }

    internal static void DemandRising(IReadOnlyList<string> timestamps, IReadOnlyList<int> sourceRows, string series)
    {
        for (int i = 1; i < timestamps.Count; i++)
        {
            decimal before = Timestamp.Parse(timestamps[i - 1], series, sourceRows[i - 1]);
            int order = before.CompareTo(Timestamp.Parse(timestamps[i], series, sourceRows[i]));
            if (order == 0)
                throw new InputFaultException("duplicate-timestamp", series, sourceRows[i], $"{timestamps[i]} occurs twice");
            if (order > 0)
                throw new InputFaultException("unordered-timestamp", series, sourceRows[i], $"{timestamps[i]} follows {timestamps[i - 1]}");
        }
    }

    private static string Hint(string text) => text.EndsWith('%') ? "; a percentage is written as a fraction, 1.5 % as 0.015" : "";

    // As numpy, pandas and R write it.
    private static bool IsInfinity(string text, out double value)
    {
        bool named = text.TrimStart('+', '-').Equals("inf", StringComparison.OrdinalIgnoreCase);
        value = named ? double.PositiveInfinity : 0;
        return named;
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputFaultException("unreadable-file", null, null, failure.Message);
        }
    }

    private static List<FileRow> ReadRows(TextReader reader, int width)
    {
        var rows = new List<FileRow>();
        for (int number = 1; CsvText.Next(reader, number) is { } record; number++)
        {
            if (record.Length == 1 && width > 1 && string.IsNullOrWhiteSpace(record[0]))
                continue;
            if (record.Length != width)
                throw new InputFaultException("ragged-row", null, number, $"{record.Length} cells under a header of {width}");
            rows.Add(new FileRow(record, number));
        }

        return rows;
    }
}
