namespace Superintel.Contracts.Events.V1;

/// <summary>An instrument's data became stale (no signal may use it) or fresh again.</summary>
/// <param name="LastBarAt">End of the last good bar.</param>
public sealed record FeedFreshnessChanged(string Feed, string InstrumentId, bool Stale, DateTimeOffset LastBarAt,
    DateTimeOffset OccurredAt) : IEvent
{
    public string EventId => $"feed-freshness-changed/{Feed}/{InstrumentId}/{Stale}/{LastBarAt.UtcDateTime:O}";
}
