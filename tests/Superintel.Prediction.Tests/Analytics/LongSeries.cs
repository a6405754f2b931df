namespace Superintel.Prediction.Tests.Analytics;

/// <summary>One symbol's column of a file, between two timestamps; files of one symbol have no symbol column.</summary>
internal static class LongSeries
{
    public static double[] Read(string path, string column, string symbol, string first, string last)
    {
        var table = Table.Read(path);
        int name = table.Has("symbol") ? table.Column("symbol") : -1;
        int at = table.Has("ts") ? table.Column("ts") : table.Column("date");
        int value = table.Column(column);
        return
        [
            .. table.Rows
                .Where(r => (name < 0 || r[name] == symbol) && r[value].Length > 0)
                .Where(r => string.CompareOrdinal(r[at], first) >= 0 && string.CompareOrdinal(r[at], last) <= 0)
                .OrderBy(r => r[at], StringComparer.Ordinal)
                .Select(r => double.Parse(r[value])),
        ];
    }
}
