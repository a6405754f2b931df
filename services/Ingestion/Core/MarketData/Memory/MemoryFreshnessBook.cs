using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Memory;

/// <summary>Freshness of one process's series.</summary>
public sealed class MemoryFreshnessBook : IFreshnessBook
{
    private readonly SortedDictionary<(InstrumentId Instrument, TimeSpan Interval), SeriesFreshness> series = [];

    public ValueTask<IReadOnlyList<SeriesFreshness>> Load(CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<SeriesFreshness>>([.. series.Values]);

    public ValueTask Save(IReadOnlyList<SeriesFreshness> changed, CancellationToken ct)
    {
        foreach (var one in changed) series[(one.Instrument, one.Interval.Length)] = one;
        return ValueTask.CompletedTask;
    }
}
