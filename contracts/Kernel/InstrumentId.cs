namespace Superintel.Kernel;

/// <summary>An instrument by symbol and listing venue, written <c>KO.XNYS</c>. Venues are ISO 10383 market codes where one
/// exists.</summary>
public readonly record struct InstrumentId : IComparable<InstrumentId>
{
    private InstrumentId(string symbol, string venue) => (Symbol, Venue) = (symbol, venue);

    /// <summary>The venue's own symbol: letters, digits, '-', '_' or '/'.</summary>
    public string Symbol { get; }

    public string Venue { get; }

    /// <exception cref="FormatException">Not SYMBOL.VENUE.</exception>
    public static InstrumentId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not an instrument id; write SYMBOL.VENUE, for example KO.XNYS.");

    public static bool TryParse(string? text, out InstrumentId id)
    {
        id = default;
        if (text is null || text.Length > 64 || text.LastIndexOf('.') is var dot && (dot <= 0 || dot == text.Length - 1)) return false;
        var (symbol, venue) = (text[..dot], text[(dot + 1)..]);
        if (!symbol.All(IsSymbolCharacter) || !venue.All(char.IsAsciiLetterOrDigit)) return false;
        id = new InstrumentId(symbol, venue);
        return true;
    }

    public int CompareTo(InstrumentId other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(InstrumentId left, InstrumentId right) => left.CompareTo(right) < 0;

    public static bool operator >(InstrumentId left, InstrumentId right) => left.CompareTo(right) > 0;

    public static bool operator <=(InstrumentId left, InstrumentId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(InstrumentId left, InstrumentId right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{Symbol}.{Venue}";

    private static bool IsSymbolCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.';
}
