using Superintel.Kernel;

namespace Superintel.Risk.Market;

/// <summary>An instrument's volumes by day, units, oldest first; days that nobody told are left out.</summary>
public sealed record DailyVolumes(InstrumentId Instrument, IReadOnlyList<decimal> Volumes)
{
    /// <summary>Units a day; null when no day is known.</summary>
    public decimal? Average => Volumes.Count == 0 ? null : Volumes.Sum() / Volumes.Count;
}
