namespace Superintel.Prediction.Research.Input;

/// <summary>One row per symbol and timestamp; series are joined on the timestamps that all of them have.</summary>
internal static class LongForm
{
    public static SeriesTable Arrange(string[] header, List<FileRow> rows, IReadOnlyList<string> columns, string field)
    {
        int symbolAt = Array.IndexOf(header, "symbol");
        int tsAt = Array.IndexOf(header, "ts");
        int valueAt = Array.IndexOf(header, field);
        if (valueAt < 0)
            throw new InputFaultException("no-such-column", field, null, $"the file has {string.Join(", ", header)}");
        string[] symbols = [.. rows.Select(r => r.Cells[symbolAt]).Distinct(StringComparer.Ordinal)];
        string[] names = columns.Count > 0 ? [.. columns] : symbols;
        foreach (string name in names.Where(n => !symbols.Contains(n, StringComparer.Ordinal)))
            throw new InputFaultException("no-such-column", name, null, $"the file has {string.Join(", ", symbols)}");

        if (names.Length == 0)
            throw new InputFaultException("too-short", null, null, "the file has no rows");
        var series = Array.ConvertAll(names, name => Series(rows, name, symbolAt, tsAt, valueAt));
        decimal[] common = [.. series[0].Keys.Where(at => Array.TrueForAll(series, s => s.ContainsKey(at)))];
        return new SeriesTable(
            names,
            Array.ConvertAll(common, at => series[0][at].Row.Cells[tsAt].Trim()),
            Array.ConvertAll(series, s => Array.ConvertAll(common, at => s[at].Value)),
            Array.ConvertAll(common, at => series[0][at].Row.Number));
    }

    // Keyed by the instant, since one symbol may be stamped in another zone or form than the next.
    private static SortedDictionary<decimal, (double Value, FileRow Row)> Series(
        List<FileRow> rows, string name, int symbolAt, int tsAt, int valueAt)
    {
        var order = new List<string>();
        var sources = new List<int>();
        var values = new SortedDictionary<decimal, (double, FileRow)>();
        foreach (var row in rows)
        {
            if (row.Cells[symbolAt] != name)
                continue;
            order.Add(row.Cells[tsAt].Trim());
            sources.Add(row.Number);
            values[Timestamp.Parse(order[^1], name, row.Number)] = (SeriesFile.Number(row.Cells[valueAt], name, row.Number), row);
        }

        SeriesFile.DemandRising(order, sources, name);
        return values;
    }
}
