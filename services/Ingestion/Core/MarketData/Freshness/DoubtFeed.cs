using Superintel.Contracts.Events;
using Superintel.Ingestion.MarketData.Ports;

namespace Superintel.Ingestion.MarketData.Freshness;

/// <summary>
/// Marks every series of the feed as stale for a reason of the feed's own, at once and whatever their age, or takes that back. The bars
/// that come meanwhile are kept; nothing is decided on them. Twice in a row, the second changes nothing.
/// </summary>
public sealed class DoubtFeed(IFreshnessBook freshness, IEvents events, IngestionOptions options)
{
    /// <param name="doubt">Kebab-case: farm-away, venue-away, feed-away. Empty: it is to be believed again, and age alone counts.</param>
    /// <returns>How many changes were told.</returns>
    public async Task<int> Handle(string doubt, DateTimeOffset now, CancellationToken ct)
    {
        var change = FreshnessGate.Doubt(options.Feed, await freshness.Load(ct), doubt, now, options.Freshness);
        await freshness.Save(change.Changed, ct);
        foreach (var changed in change.Events) await events.Publish(changed, ct);
        return change.Events.Count;
    }
}
