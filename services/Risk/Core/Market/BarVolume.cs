using Superintel.Kernel;

namespace Superintel.Risk.Market;

/// <summary>What a bar tells of a day's trade.</summary>
/// <param name="Feed">That told the bar: two of them tell the same trade twice.</param>
/// <param name="Day">UTC day the bar belongs to.</param>
/// <param name="Interval">At most a day.</param>
/// <param name="Volume">Units traded, not negative.</param>
public readonly record struct BarVolume(InstrumentId Instrument, string Feed, DateOnly Day, BarInterval Interval, decimal Volume)
{
    /// <summary>True when the bar is the whole day and not a part of it.</summary>
    public bool IsDay => Interval == BarInterval.Day;
}
