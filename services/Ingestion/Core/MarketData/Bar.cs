using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData;

/// <summary>One instrument's bar that passed the data gate. Prices in the instrument's quote currency.</summary>
/// <param name="ClosedAt">End of the interval, exclusive, UTC.</param>
/// <param name="Volume">Units traded, never negative; null when the source does not know.</param>
/// <param name="CloseOnly">The source has closes only: open, high and low repeat the close and mean nothing.</param>
public sealed record Bar(
    InstrumentId Instrument,
    BarInterval Interval,
    DateTimeOffset ClosedAt,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal? Volume,
    bool CloseOnly)
{
    public ClosedBar Closed() => new(Instrument.ToString(), Open, High, Low, Close, Volume, CloseOnly);

    /// <summary>Same prices and volume: a candidate that repeats what is stored.</summary>
    public bool SaysTheSame(BarCandidate other) =>
        other.Unreadable.Length == 0 && (other.Open, other.High, other.Low, other.Close, other.Volume) == (Open, High, Low, Close, Volume);
}
