using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData;

/// <summary>A bar's place among the bars of one interval: by close time, then instrument.</summary>
public readonly record struct BarPosition(DateTimeOffset ClosedAt, InstrumentId Instrument) : IComparable<BarPosition>
{
    public static BarPosition Of(Bar bar) => new(bar.ClosedAt, bar.Instrument);

    public int CompareTo(BarPosition other) =>
        ClosedAt.CompareTo(other.ClosedAt) is var c && c != 0 ? c : Instrument.CompareTo(other.Instrument);

    public static bool operator <(BarPosition left, BarPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(BarPosition left, BarPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(BarPosition left, BarPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BarPosition left, BarPosition right) => left.CompareTo(right) >= 0;
}
