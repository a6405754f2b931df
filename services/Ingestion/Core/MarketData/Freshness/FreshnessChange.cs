using Superintel.Contracts.Events.V1;

namespace Superintel.Ingestion.MarketData.Freshness;

/// <summary>What a moment changed about freshness.</summary>
public sealed record FreshnessChange(IReadOnlyList<SeriesFreshness> Changed, IReadOnlyList<FeedFreshnessChanged> Events);
