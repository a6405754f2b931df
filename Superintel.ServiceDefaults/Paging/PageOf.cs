namespace Superintel.ServiceDefaults.Paging;

/// <summary>Makes pages.</summary>
public static class PageOf
{
    /// <summary>A page from one row more than asked for: the surplus row only says that there is a next page.</summary>
    /// <param name="rows">Up to <paramref name="size"/> + 1 rows in list order.</param>
    /// <param name="cursor">Cursor parts of the last row shown.</param>
    public static Page<T> Rows<T>(IReadOnlyList<T> rows, int size, Func<T, string[]> cursor) =>
        rows.Count <= size
            ? new Page<T>(rows, null)
            : new Page<T>([.. rows.Take(size)], Cursor.Encode(cursor(rows[size - 1])));
}
