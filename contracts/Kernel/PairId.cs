namespace Superintel.Kernel;

/// <summary>
/// Two instruments traded against each other, written <c>KO.XNYS~PG.XNYS</c>. Canonical: <see cref="A"/> sorts before <see cref="B"/>,
/// so a pair has one identity whichever way it was found. The spread is ln A - intercept - hedge ratio x ln B.
/// </summary>
public readonly record struct PairId : IComparable<PairId>
{
    private PairId(InstrumentId a, InstrumentId b) => (A, B) = (a, b);

    /// <summary>The dependent leg.</summary>
    public InstrumentId A { get; }

    /// <summary>The hedging leg.</summary>
    public InstrumentId B { get; }

    /// <exception cref="ArgumentException">Both legs are the same instrument.</exception>
    public static PairId Of(InstrumentId one, InstrumentId other)
    {
        if (one == other) throw new ArgumentException($"A pair needs two instruments, got {one} twice.", nameof(other));
        return one < other ? new PairId(one, other) : new PairId(other, one);
    }

    /// <exception cref="FormatException">Not A~B with A before B.</exception>
    public static PairId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not a pair id; write two instrument ids in order, for example KO.XNYS~PG.XNYS.");

    public static bool TryParse(string? text, out PairId id)
    {
        id = default;
        if (text?.Split('~') is not [var left, var right]) return false;
        if (!InstrumentId.TryParse(left, out var a) || !InstrumentId.TryParse(right, out var b) || a >= b) return false;
        id = new PairId(a, b);
        return true;
    }

    public int CompareTo(PairId other) => A.CompareTo(other.A) is var c && c != 0 ? c : B.CompareTo(other.B);

    public static bool operator <(PairId left, PairId right) => left.CompareTo(right) < 0;

    public static bool operator >(PairId left, PairId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PairId left, PairId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PairId left, PairId right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{A}~{B}";
}
