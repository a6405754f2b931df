using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Ports;

/// <summary>Bars that passed the gate: one per instrument, interval and close time, written once.</summary>
public interface IBars
{
    /// <summary>Stores bars that are not there yet. All of them are new: the caller has looked.</summary>
    /// <exception cref="InvalidOperationException">One of them is already stored; nothing is.</exception>
    ValueTask Append(IReadOnlyList<Bar> bars, CancellationToken ct);

    /// <summary>The last bars of one series that closed before a moment, oldest first.</summary>
    ValueTask<IReadOnlyList<Bar>> Last(
        InstrumentId instrument, BarInterval interval, DateTimeOffset before, int count, CancellationToken ct);

    /// <summary>Bars of [from, to), by close time, then instrument.</summary>
    ValueTask<IReadOnlyList<Bar>> Range(BarQuery query, CancellationToken ct);
}
