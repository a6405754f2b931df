using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData;

/// <summary>A bar as a source gave it, before the data gate: anything may be missing or wrong.</summary>
/// <param name="Source">Which source: the file's name for recorded files and imports.</param>
/// <param name="Close">Null when the source has a hole here.</param>
/// <param name="Unreadable">Text that should have been a number and is not one (NaN, inf, words); empty when all could be read.</param>
public sealed record BarCandidate(
    string Source,
    InstrumentId Instrument,
    BarInterval Interval,
    DateTimeOffset ClosedAt,
    decimal? Open,
    decimal? High,
    decimal? Low,
    decimal? Close,
    decimal? Volume,
    bool CloseOnly,
    string Unreadable = "")
{
    /// <summary>A bar of which only the close is known.</summary>
    public static BarCandidate OfClose(
        string source, InstrumentId instrument, BarInterval interval, DateTimeOffset closedAt, decimal? close, decimal? volume) =>
        new(source, instrument, interval, closedAt, close, close, close, close, volume, CloseOnly: true);

    /// <exception cref="InvalidOperationException">A price is missing: the gate must have refused it.</exception>
    public Bar ToBar() => this is { Open: { } open, High: { } high, Low: { } low, Close: { } close }
        ? new Bar(Instrument, Interval, ClosedAt, open, high, low, close, Volume, CloseOnly)
        : throw new InvalidOperationException($"{Instrument} at {ClosedAt:O} has no full set of prices and is no bar.");
}
