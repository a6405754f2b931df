using Superintel.Kernel;

namespace Superintel.Risk.Market;

/// <summary>The newest close of an instrument.</summary>
/// <param name="Close">Quote currency per unit.</param>
/// <param name="At">End of the bar, exclusive.</param>
/// <param name="ExecutedAt">End of the last bar whose fills are all in the book; null when Execution has told of none.</param>
public sealed record LastClose(
    InstrumentId Instrument, decimal Close, DateTimeOffset At, BarInterval Interval, DateTimeOffset? ExecutedAt = null)
{
    /// <summary>The UTC day the bar belongs to: a bar that ends at midnight is the day before's.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime.AddTicks(-1));
}
