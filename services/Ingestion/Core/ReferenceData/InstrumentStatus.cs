namespace Superintel.Ingestion.ReferenceData;

/// <summary>An instrument and how fresh its data is.</summary>
/// <param name="Feed">Which feed it comes from; empty when nothing ever came.</param>
/// <param name="LastBarAt">End of the last good bar; null when there is none.</param>
/// <param name="Stale">True when nothing may be decided on it: too old, history only, or no data at all.</param>
public sealed record InstrumentStatus(Instrument Instrument, string Feed, DateTimeOffset? LastBarAt, bool Stale);
