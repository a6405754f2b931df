namespace Superintel.Ingestion.Tests.MarketData.Live;

/// <summary>A machine's clock that is off.</summary>
internal sealed class ShiftedClock(TimeProvider right, TimeSpan by) : TimeProvider
{
    public TimeSpan By { get; set; } = by;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + By;
}
