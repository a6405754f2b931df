using Superintel.Kernel;

namespace Superintel.Risk.Portfolio;

/// <summary>Positions are kept per pair and instrument; what an account holds of an instrument is the sum over pairs.</summary>
public readonly record struct PositionKey(string PairId, InstrumentId Instrument) : IComparable<PositionKey>
{
    public int CompareTo(PositionKey other) => string.CompareOrdinal(PairId, other.PairId) is var c && c != 0
        ? c
        : Instrument.CompareTo(other.Instrument);

    public static bool operator <(PositionKey left, PositionKey right) => left.CompareTo(right) < 0;

    public static bool operator >(PositionKey left, PositionKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(PositionKey left, PositionKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PositionKey left, PositionKey right) => left.CompareTo(right) >= 0;
}
