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

    /// <summary>The order of the written form, ordinal.</summary>
    public int CompareTo(InstrumentId other)
    {
        // Books are sorted by instrument while a trade waits: the text is only made where symbols hold each other's beginning and a dot.
        if (Symbol is null || other.Symbol is null) return string.CompareOrdinal(ToString(), other.ToString());
        var shared = Math.Min(Symbol.Length, other.Symbol.Length);
        var begin = string.CompareOrdinal(Symbol, 0, other.Symbol, 0, shared);
        if (begin != 0) return begin;
        if (Symbol.Length == other.Symbol.Length) return string.CompareOrdinal(Venue, other.Venue);
        var next = Symbol.Length > shared ? Symbol[shared] : other.Symbol[shared];
        if (next == '.') return string.CompareOrdinal(ToString(), other.ToString());
        return Symbol.Length > shared ? next - '.' : '.' - next;
    }

    public static bool operator <(InstrumentId left, InstrumentId right) => left.CompareTo(right) < 0;

    public static bool operator >(InstrumentId left, InstrumentId right) => left.CompareTo(right) > 0;

    public static bool operator <=(InstrumentId left, InstrumentId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(InstrumentId left, InstrumentId right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{Symbol}.{Venue}";

    private static bool IsSymbolCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.';
}
