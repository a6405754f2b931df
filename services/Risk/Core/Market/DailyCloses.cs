using Superintel.Kernel;

namespace Superintel.Risk.Market;

/// <summary>An instrument's closes by day, oldest first, one per day.</summary>
public sealed record DailyCloses(InstrumentId Instrument, IReadOnlyList<DailyClose> Closes);
