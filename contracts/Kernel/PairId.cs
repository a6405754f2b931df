namespace Superintel.Kernel;

/// <summary>
/// What a trade and its positions are booked under. Two instruments traded against each other, written <c>KO.XNYS~PG.XNYS</c>, canonical:
/// <see cref="A"/> sorts before <see cref="B"/>, so a pair has one identity whichever way it was found; the spread is
/// ln A - intercept - hedge ratio x ln B. Or one instrument held against the whole book, written <c>hedge~SPY.ARCX</c>: a single leg.
/// </summary>
public readonly record struct PairId : IComparable<PairId>
{
    private const string HedgeWord = "hedge";

    // Of a hedge the default, which no instrument can be.
    private readonly InstrumentId second;

    private PairId(InstrumentId a, InstrumentId b) => (A, second) = (a, b);

    /// <summary>The dependent leg; of a hedge its only one.</summary>
    public InstrumentId A { get; }

    /// <summary>The hedging leg.</summary>
    /// <exception cref="InvalidOperationException">A hedge has no second leg.</exception>
    public InstrumentId B => IsHedge ? throw new InvalidOperationException($"{this} has one leg.") : second;

    /// <summary>One instrument held against the book, not a pair.</summary>
    public bool IsHedge => second == default && A != default;

    /// <summary>Leg 0, and of a pair leg 1.</summary>
    public IReadOnlyList<InstrumentId> Legs => IsHedge ? [A] : [A, second];

    /// <exception cref="ArgumentException">Both legs are the same instrument.</exception>
    public static PairId Of(InstrumentId one, InstrumentId other)
    {
        if (one == other) throw new ArgumentException($"A pair needs two instruments, got {one} twice.", nameof(other));
        return one < other ? new PairId(one, other) : new PairId(other, one);
    }

    /// <summary>The book of an instrument that is held against the tail of everything else.</summary>
    public static PairId Hedge(InstrumentId instrument) => new(instrument, default);

    /// <exception cref="FormatException">Not A~B with A before B, nor hedge~A.</exception>
    public static PairId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not a pair id; write two instrument ids in order, for example KO.XNYS~PG.XNYS.");

    public static bool TryParse(string? text, out PairId id)
    {
        id = default;
        if (text?.Split('~') is not [var left, var right] || !InstrumentId.TryParse(right, out var b)) return false;
        // No instrument is called that: an instrument's name has a dot.
        if (left == HedgeWord)
        {
            id = Hedge(b);
            return true;
        }

        if (!InstrumentId.TryParse(left, out var a) || a >= b) return false;
        id = new PairId(a, b);
        return true;
    }

    public int CompareTo(PairId other) => A.CompareTo(other.A) is var c && c != 0 ? c : second.CompareTo(other.second);

    public static bool operator <(PairId left, PairId right) => left.CompareTo(right) < 0;

    public static bool operator >(PairId left, PairId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PairId left, PairId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PairId left, PairId right) => left.CompareTo(right) >= 0;

    public override string ToString() => IsHedge ? $"{HedgeWord}~{A}" : $"{A}~{second}";
}
