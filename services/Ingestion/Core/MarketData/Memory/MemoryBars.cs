using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Memory;

/// <summary>Bars of one process.</summary>
public sealed class MemoryBars : IBars
{
    private readonly Dictionary<(InstrumentId Instrument, BarInterval Interval), MemorySeries> series = [];

    public ValueTask Append(IReadOnlyList<Bar> bars, CancellationToken ct)
    {
        var added = new HashSet<(InstrumentId, BarInterval, DateTimeOffset)>();
        foreach (var bar in bars)
        {
            if (Of(bar.Instrument, bar.Interval).Has(bar.ClosedAt) || !added.Add((bar.Instrument, bar.Interval, bar.ClosedAt)))
                throw new InvalidOperationException($"The {bar.Interval} bar of {bar.Instrument} at {bar.ClosedAt:O} is already stored.");
        }
        foreach (var bar in bars) Of(bar.Instrument, bar.Interval).Add(bar);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Bar>> Last(
        InstrumentId instrument, BarInterval interval, DateTimeOffset before, int count, CancellationToken ct) =>
        ValueTask.FromResult(Of(instrument, interval).Last(before, count));

    public ValueTask<IReadOnlyList<Bar>> Range(BarQuery query, CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<Bar>>(
    [
        .. Wanted(query)
            .SelectMany(s => s.Range(query.From, query.To))
            .Where(b => query.After is null || BarPosition.Of(b) > query.After)
            .OrderBy(BarPosition.Of)
            .Take(query.Limit),
    ]);

    private IEnumerable<MemorySeries> Wanted(BarQuery query) => query.Instruments.Count > 0
        ? query.Instruments.Distinct().Select(i => Of(i, query.Interval))
        : series.Where(s => s.Key.Interval == query.Interval).Select(s => s.Value);

    private MemorySeries Of(InstrumentId instrument, BarInterval interval)
    {
        if (!series.TryGetValue((instrument, interval), out var bars)) series.Add((instrument, interval), bars = new MemorySeries());
        return bars;
    }
}
