using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>How to read one recorded file.</summary>
/// <param name="Origin">The first trading day of a <see cref="TimeColumn.Count"/>.</param>
/// <param name="Instrument">The instrument of an <see cref="RecordedLayout.Ohlcv"/> file.</param>
/// <param name="Replay">Replayed by default; otherwise imported as history.</param>
public sealed record RecordedFile(
    string Name,
    RecordedLayout Layout,
    TimeColumn Time,
    DateOnly? Origin,
    BarInterval Interval,
    InstrumentId? Instrument,
    bool Replay);
