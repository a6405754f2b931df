using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Replay;

namespace Superintel.Ingestion;

/// <summary>Everything about Ingestion that an operator may choose.</summary>
public sealed record IngestionOptions
{
    /// <summary>Name of the feed in events. Default <c>sample</c>.</summary>
    public string Feed { get; init; } = "sample";

    public GateLimits Gate { get; init; } = new();

    public FreshnessLimits Freshness { get; init; } = new();

    public ReplayOptions Replay { get; init; } = new();

    public ImportLimits Import { get; init; } = new();
}
