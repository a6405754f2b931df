using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>Which column of an import holds what, read off its header.</summary>
public sealed record ImportColumns
{
    /// <summary>Series of one file.</summary>
    private const int MostColumns = 5_000;

    private static readonly string[] TimeNames = ["ts", "timestamp", "time", "date", "closedat"];
    private static readonly string[] SymbolNames = ["symbol", "instrumentid", "instrument"];

    public int Time { get; private init; }

    /// <summary>Column of the instrument id; null when the file is of one instrument or has a column for each.</summary>
    public int? Symbol { get; private init; }

    public int? Open { get; private init; }

    public int? High { get; private init; }

    public int? Low { get; private init; }

    public int? Close { get; private init; }

    public int? Volume { get; private init; }

    /// <summary>Wide form: a column of closes for each instrument; empty in the other forms.</summary>
    public IReadOnlyList<(int Column, string Name)> Series { get; private init; } = [];

    /// <returns>The columns, or an error of row 1 that says why the header is of no known form.</returns>
    public static (ImportColumns? Columns, RowError? Error) Of(IReadOnlyList<string> header, InstrumentId? instrument)
    {
        string[] names = [.. header.Select(h => h.Trim().ToLowerInvariant())];
        if (names.Length > MostColumns) return (null, Wrong($"more than {MostColumns} columns"));
        if (names.Distinct().Count() != names.Length) return (null, Wrong("two columns have one name"));
        if (IndexOf(names, TimeNames) is not { } time)
            return (null, Wrong($"no column for the time: one of {string.Join(", ", TimeNames)}"));
        var columns = new ImportColumns
        {
            Time = time,
            Symbol = IndexOf(names, SymbolNames),
            Open = IndexOf(names, "open"),
            High = IndexOf(names, "high"),
            Low = IndexOf(names, "low"),
            Close = IndexOf(names, "close"),
            Volume = IndexOf(names, "volume"),
        };
        if (columns.Close is not null) return Bars(columns, names, instrument);
        if (names.Length < 2) return (null, Wrong("no column besides the time"));
        return (columns with { Series = [.. header.Index().Where(h => h.Index != time).Select(h => (h.Index, h.Item.Trim()))] }, null);
    }

    /// <summary>Open, high and low are all there; otherwise a bar has its close only.</summary>
    public bool HasFullBars => Open is not null && High is not null && Low is not null;

    private static (ImportColumns? Columns, RowError? Error) Bars(ImportColumns columns, string[] names, InstrumentId? instrument)
    {
        if (columns.Symbol is null && instrument is null)
            return (null, Wrong("no symbol column, and the request names no instrument"));
        if (!columns.HasFullBars && (columns.Open ?? columns.High ?? columns.Low) is not null)
            return (null, Wrong("open, high and low come together or not at all"));
        int?[] used = [columns.Time, columns.Symbol, columns.Open, columns.High, columns.Low, columns.Close, columns.Volume];
        var unknown = names.Index().Where(n => !used.Contains(n.Index)).Select(n => n.Item).ToList();
        return unknown.Count > 0 ? (null, Wrong($"unknown columns: {string.Join(", ", unknown)}")) : (columns, null);
    }

    private static RowError Wrong(string detail) => new(1, RowErrorCode.UnknownForm, detail);

    private static int? IndexOf(string[] names, params string[] wanted) =>
        Array.FindIndex(names, wanted.Contains) is var i and >= 0 ? i : null;
}
