using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData;

/// <summary>Which bars: of [From, To), ordered by close time, then instrument.</summary>
/// <param name="Instruments">Empty: all.</param>
/// <param name="After">Only bars that come after this one in the order; null from the start.</param>
/// <param name="Limit">At most so many.</param>
public sealed record BarQuery(
    IReadOnlyList<InstrumentId> Instruments,
    BarInterval Interval,
    DateTimeOffset From,
    DateTimeOffset To,
    BarPosition? After,
    int Limit);
