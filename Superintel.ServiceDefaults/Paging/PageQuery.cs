using Superintel.ServiceDefaults.Errors;

namespace Superintel.ServiceDefaults.Paging;

/// <summary>Query parameters of a list, for [AsParameters]: ?limit=50&amp;cursor=...</summary>
/// <param name="Limit">Rows per page, 1 to 500, default 50.</param>
/// <param name="Cursor">What the page before gave as next.</param>
public sealed record PageQuery(int? Limit = null, string? Cursor = null)
{
    public const int DefaultLimit = 50;

    public const int MaximumLimit = 500;

    /// <summary>The page's size.</summary>
    /// <exception cref="RefusedRequestException">Outside 1 to 500: limit-out-of-range.</exception>
    public int Size() => Limit switch
    {
        null => DefaultLimit,
        >= 1 and <= MaximumLimit => Limit.Value,
        _ => throw new RefusedRequestException("limit-out-of-range", $"limit must be between 1 and {MaximumLimit}."),
    };

    /// <summary>The cursor's parts, or null on the first page.</summary>
    /// <exception cref="RefusedRequestException">Not a cursor of this list: cursor-invalid.</exception>
    public string[]? After(int parts)
    {
        if (string.IsNullOrEmpty(Cursor)) return null;
        return Paging.Cursor.TryDecode(Cursor, parts, out var values)
            ? values
            : throw new RefusedRequestException("cursor-invalid", "cursor is not one that this list gave out.");
    }

    /// <summary>The cursor's only part as a number, for lists in order of a sequence.</summary>
    /// <exception cref="RefusedRequestException">Not a cursor of this list: cursor-invalid.</exception>
    public long? AfterSequence()
    {
        if (After(1) is not [var part]) return null;
        return long.TryParse(part, out var sequence)
            ? sequence
            : throw new RefusedRequestException("cursor-invalid", "cursor is not one that this list gave out.");
    }
}
