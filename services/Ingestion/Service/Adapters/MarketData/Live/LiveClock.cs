namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>The time at the venues: not the fleet's, which a live feed moves.</summary>
internal sealed record LiveClock(TimeProvider Wall)
{
    public DateTimeOffset Now => Wall.GetUtcNow();
}
