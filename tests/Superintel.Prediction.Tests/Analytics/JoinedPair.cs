using System.Collections.Concurrent;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Two series of a long-form file on their common timestamps, both positive.</summary>
internal static class JoinedPair
{
    private static readonly ConcurrentDictionary<string, Table> Tables = new();

    public static (double[] Y, double[] X) Read(string path, string column, string y, string x, string? first = null, string? last = null)
    {
        var table = Tables.GetOrAdd(path, Table.Read);
        var left = Series(table, y, column);
        var right = Series(table, x, column);
        string[] common = [.. left.Keys.Where(right.ContainsKey).Where(ts => left[ts] > 0 && right[ts] > 0)
            .Where(ts => first is null || string.CompareOrdinal(ts, first) >= 0)
            .Where(ts => last is null || string.CompareOrdinal(ts, last) <= 0)];
        return (Array.ConvertAll(common, ts => left[ts]), Array.ConvertAll(common, ts => right[ts]));
    }

    private static SortedDictionary<string, double> Series(Table table, string symbol, string column)
    {
        int name = table.Column("symbol");
        int at = table.Column("ts");
        int value = table.Column(column);
        var series = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (string[] row in table.Rows.Where(r => r[name] == symbol && r[value].Length > 0))
        {
            series[row[at]] = double.Parse(row[value]);
        }

        return series;
    }
}
