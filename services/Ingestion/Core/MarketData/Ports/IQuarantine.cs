using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Ports;

/// <summary>Bars that failed the gate, kept with their reasons, numbered in the order they came.</summary>
public interface IQuarantine
{
    ValueTask Add(IReadOnlyList<QuarantinedBar> bars, CancellationToken ct);

    /// <summary>The one of a series that came last among those that closed before a moment; null when there is none.</summary>
    ValueTask<QuarantinedBar?> Last(InstrumentId instrument, BarInterval interval, DateTimeOffset before, CancellationToken ct);

    /// <summary>Those of a series that closed in [from, to], in any order.</summary>
    ValueTask<IReadOnlyList<BarCandidate>> Within(
        InstrumentId instrument, BarInterval interval, DateTimeOffset from, DateTimeOffset to, CancellationToken ct);

    /// <summary>Newest first.</summary>
    /// <param name="instrument">Null: all.</param>
    /// <param name="before">Only entries with a smaller number; null from the newest.</param>
    ValueTask<IReadOnlyList<QuarantineEntry>> List(InstrumentId? instrument, long? before, int limit, CancellationToken ct);
}
