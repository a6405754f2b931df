using Superintel.Ingestion.ReferenceData;

namespace Superintel.Ingestion.Service.Endpoints.ReferenceData;

/// <summary>An instrument, as the API tells it.</summary>
/// <param name="LastBarAt">End of the last good bar; null when there is none.</param>
/// <param name="Stale">Nothing may be decided on it: too old, history only, no data, or a feed that is doubted.</param>
/// <param name="StaleReason">Why: no-data, history-only, too-old, farm-away, venue-away or feed-away; empty when it is fresh.</param>
internal sealed record InstrumentReply(
    string InstrumentId,
    string Name,
    string AssetClass,
    string Currency,
    decimal LotSize,
    decimal TickSize,
    bool Tradable,
    string Sector,
    string Feed,
    DateTimeOffset? LastBarAt,
    bool Stale,
    string StaleReason)
{
    public static InstrumentReply Of(InstrumentStatus status) => new(
        status.Instrument.Id.ToString(),
        status.Instrument.Name,
        status.Instrument.AssetClass.Code(),
        status.Instrument.Currency.Code,
        status.Instrument.LotSize,
        status.Instrument.TickSize,
        status.Instrument.Tradable,
        status.Instrument.Sector,
        status.Feed,
        status.LastBarAt,
        status.Stale,
        status.StaleReason);
}
