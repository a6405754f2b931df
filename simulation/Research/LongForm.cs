namespace Superintel.Simulation.Research;

/// <summary>One row per symbol and timestamp; series are joined on the timestamps that all of them have.</summary>
internal static class LongForm
{
    public static SeriesTable Arrange(string[] header, List<string[]> rows, IReadOnlyList<string> columns, string field)
    {
        int symbolAt = Array.IndexOf(header, "symbol");
        int tsAt = Array.IndexOf(header, "ts");
        int valueAt = Array.IndexOf(header, field);
        if (valueAt < 0)
            throw new InputFaultException("no-such-column", field, null, $"the file has {string.Join(", ", header)}");
        string[] symbols = [.. rows.Select(r => r[symbolAt]).Distinct(StringComparer.Ordinal)];
        string[] names = columns.Count > 0 ? [.. columns] : symbols;
        foreach (string name in names.Where(n => !symbols.Contains(n, StringComparer.Ordinal)))
            throw new InputFaultException("no-such-column", name, null, $"the file has {string.Join(", ", symbols)}");

        var series = Array.ConvertAll(names, name => Series(rows, name, symbolAt, tsAt, valueAt));
        string[] common = [.. series[0].Order.Where(ts => Array.TrueForAll(series, s => s.Values.ContainsKey(ts)))];
        return new SeriesTable(
            names,
            common,
            Array.ConvertAll(series, s => Array.ConvertAll(common, ts => s.Values[ts].Value)),
            Array.ConvertAll(common, ts => series[0].Values[ts].Row));
    }

    private static (List<string> Order, Dictionary<string, (double Value, int Row)> Values) Series(
        List<string[]> rows, string name, int symbolAt, int tsAt, int valueAt)
    {
        var order = new List<string>();
        var sources = new List<int>();
        var values = new Dictionary<string, (double, int)>(StringComparer.Ordinal);
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i][symbolAt] != name)
                continue;
            order.Add(rows[i][tsAt]);
            sources.Add(i + 1);
            values[rows[i][tsAt]] = (SeriesFile.Number(rows[i][valueAt], name, i + 1), i + 1);
        }

        SeriesFile.DemandRising(order, sources, name);
        return (order, values);
    }
}
