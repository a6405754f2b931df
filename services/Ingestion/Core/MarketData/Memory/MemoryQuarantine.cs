using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Memory;

/// <summary>Quarantined bars of one process.</summary>
public sealed class MemoryQuarantine : IQuarantine
{
    private readonly List<QuarantineEntry> entries = [];

    public ValueTask Add(IReadOnlyList<QuarantinedBar> bars, CancellationToken ct)
    {
        foreach (var bar in bars) entries.Add(new QuarantineEntry(entries.Count + 1, bar));
        return ValueTask.CompletedTask;
    }

    public ValueTask<QuarantinedBar?> Last(
        InstrumentId instrument, BarInterval interval, DateTimeOffset before, CancellationToken ct) => ValueTask.FromResult(
        entries.LastOrDefault(e =>
            e.Bar.Candidate.Instrument == instrument && e.Bar.Candidate.Interval == interval && e.Bar.Candidate.ClosedAt < before)?.Bar);

    public ValueTask<IReadOnlyList<BarCandidate>> Within(
        InstrumentId instrument, BarInterval interval, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<BarCandidate>>(
        [
            .. entries.Select(e => e.Bar.Candidate)
                .Where(c => c.Instrument == instrument && c.Interval == interval && c.ClosedAt >= from && c.ClosedAt <= to),
        ]);

    public ValueTask<IReadOnlyList<QuarantineEntry>> List(InstrumentId? instrument, long? before, int limit, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<QuarantineEntry>>(
        [
            .. entries
                .Where(e => (before is null || e.Number < before) && (instrument is null || e.Bar.Candidate.Instrument == instrument))
                .Reverse()
                .Take(limit),
        ]);
}
