namespace Superintel.Risk.Stress.GatherBook;

/// <summary>A book, or why there is none.</summary>
/// <param name="Code">portfolio-unpriced or insufficient-history; null with a book.</param>
public sealed record GatheredBook(HeldBook? Book, string? Code, string Detail)
{
    public static GatheredBook Of(HeldBook book) => new(book, null, "");

    public static GatheredBook Refused(string code, string detail) => new(null, code, detail);
}
