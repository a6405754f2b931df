using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData;

/// <summary>A slice's place in a feed: by close time, the shorter interval first, as it would have closed on the wire.</summary>
public readonly record struct SlicePosition(DateTimeOffset ClosedAt, BarInterval Interval) : IComparable<SlicePosition>
{
    public int CompareTo(SlicePosition other) => ClosedAt.CompareTo(other.ClosedAt) is var c && c != 0
        ? c
        : Interval.Length.CompareTo(other.Interval.Length);

    public static bool operator <(SlicePosition left, SlicePosition right) => left.CompareTo(right) < 0;

    public static bool operator >(SlicePosition left, SlicePosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(SlicePosition left, SlicePosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SlicePosition left, SlicePosition right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{Interval} {ClosedAt.UtcDateTime:O}";
}
