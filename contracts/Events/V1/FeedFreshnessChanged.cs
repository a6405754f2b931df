using System.Globalization;

namespace Superintel.Contracts.Events.V1;

/// <summary>An instrument's data became stale (no signal may use it) or fresh again, or is stale for another reason than before.</summary>
/// <param name="LastBarAt">End of the last good bar.</param>
/// <param name="Interval">Length of the bars that it is about; empty in old messages.</param>
/// <param name="Reason">Why it is stale: too-old (no bar for too long), farm-away (what serves the venue's data said that it is away),
/// venue-away (the venue's gateway lost the venue), feed-away (the feed itself ended and is opened anew). Empty when it is fresh, and in
/// old messages.</param>
/// <param name="Change">Counts the changes of a series, from 1; zero in old messages.</param>
public sealed record FeedFreshnessChanged(
    string Feed,
    string InstrumentId,
    bool Stale,
    DateTimeOffset LastBarAt,
    DateTimeOffset OccurredAt,
    string Interval = "",
    string Reason = "",
    int Change = 0) : IEvent
{
    // A series may go and come back without a bar between; and the count begins anew where somebody lost the book.
    public string EventId => Change == 0
        ? $"feed-freshness-changed/{Feed}/{InstrumentId}/{Stale}/{LastBarAt.UtcDateTime:O}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"feed-freshness-changed/{Feed}/{InstrumentId}/{Interval}/{Change}/{OccurredAt.UtcDateTime:O}");
}
