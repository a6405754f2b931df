using Superintel.Kernel;

namespace Superintel.Risk.Microstructure.ObserveBook;

/// <summary>What a venue's feed tells: the book now, and the trades since it told last.</summary>
/// <param name="BucketVolume">Units per volume bucket, by the source's knowledge of the daily volume; zero: it gives no trades; null: it
/// does not know, and the flow stays as it was.</param>
public sealed record BookObservation(
    InstrumentId Instrument,
    DateTimeOffset At,
    IReadOnlyList<BookLevel> Bids,
    IReadOnlyList<BookLevel> Asks,
    IReadOnlyList<TradePrint> Trades,
    decimal? BucketVolume);
