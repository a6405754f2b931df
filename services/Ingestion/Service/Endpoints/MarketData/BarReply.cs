using Superintel.Ingestion.MarketData;

namespace Superintel.Ingestion.Service.Endpoints.MarketData;

/// <summary>A bar, as the API tells it. Prices in the instrument's currency.</summary>
/// <param name="ClosedAt">End of the interval, exclusive, UTC.</param>
/// <param name="Volume">Null when the source does not know.</param>
/// <param name="CloseOnly">Open, high and low repeat the close and mean nothing.</param>
internal sealed record BarReply(
    string InstrumentId,
    string Interval,
    DateTimeOffset ClosedAt,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal? Volume,
    bool CloseOnly)
{
    public static BarReply Of(Bar bar) => new(
        bar.Instrument.ToString(),
        bar.Interval.ToString(),
        bar.ClosedAt,
        bar.Open,
        bar.High,
        bar.Low,
        bar.Close,
        bar.Volume,
        bar.CloseOnly);
}
