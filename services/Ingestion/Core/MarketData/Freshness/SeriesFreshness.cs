using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Freshness;

/// <summary>When a series last had a good bar, and whether anything may be decided on it.</summary>
public sealed record SeriesFreshness(string Feed, InstrumentId Instrument, BarInterval Interval, DateTimeOffset LastBarAt, bool Stale)
{
    /// <summary>Why its feed is not to be believed just now, kebab-case; empty: it is.</summary>
    public string Doubt { get; init; } = "";

    /// <summary>How often a change of it was told.</summary>
    public int Changes { get; init; }

    /// <summary>Why it is stale, kebab-case: its feed's doubt, history-only or too-old. Empty: it is fresh.</summary>
    public string Reason => !Stale ? "" : Feed == AdmitHistory.Feed ? "history-only" : Doubt.Length > 0 ? Doubt : "too-old";

    /// <summary>The newest change, as it is told.</summary>
    public FeedFreshnessChanged ToEvent(DateTimeOffset at) =>
        new(Feed, Instrument.ToString(), Stale, LastBarAt, at, Interval.ToString(), Reason, Changes);
}
