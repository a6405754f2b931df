using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Parse;

/// <summary>Lists of one kind of row, bounded.</summary>
internal static class Rows
{
    /// <summary>Reads the row that the reader stands on; null with an error.</summary>
    public delegate T? Row<T>(ref WireReader reader)
        where T : class;

    /// <summary>Reads the array that the reader stands on.</summary>
    public static List<T> Read<T>(ref WireReader reader, Row<T> row, int most = WireLimits.Rows)
        where T : class
    {
        var rows = new List<T>();
        if (!reader.EnterArray()) return rows;
        while (reader.NextItem())
        {
            if (rows.Count == most) reader.Refuse("too-many");
            else if (row(ref reader) is { } read) rows.Add(read);
        }
        return rows;
    }

    /// <summary>A whole body that is one list.</summary>
    public static Parsed<IReadOnlyList<T>> Whole<T>(ReadOnlySpan<byte> json, Row<T> row)
        where T : class
    {
        var reader = new WireReader(json);
        if (!reader.Begin()) return reader.Error!;
        var rows = Read(ref reader, row);
        return reader.Error is { } error ? error : Parsed<IReadOnlyList<T>>.Of(rows);
    }

    /// <summary>A whole body that is one object.</summary>
    public static Parsed<T> One<T>(ReadOnlySpan<byte> json, Row<T> row)
        where T : class
    {
        var reader = new WireReader(json);
        if (!reader.BeginObject()) return reader.Error!;
        var read = row(ref reader);
        return reader.Error is { } error ? error : read is null ? new WireError("missing-field", string.Empty) : read;
    }
}
