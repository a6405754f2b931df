namespace Superintel.Ingestion.ReferenceData;

/// <summary>An instrument and how fresh its data is.</summary>
/// <param name="Feed">Which feed it comes from; empty when nothing ever came.</param>
/// <param name="LastBarAt">End of the last good bar; null when there is none.</param>
/// <param name="Stale">True when nothing may be decided on it: too old, history only, no data at all, or a feed that is doubted.</param>
/// <param name="StaleReason">Why, kebab-case: no-data, history-only, too-old, farm-away, venue-away, feed-away; empty: it is fresh.</param>
public sealed record InstrumentStatus(Instrument Instrument, string Feed, DateTimeOffset? LastBarAt, bool Stale, string StaleReason);
