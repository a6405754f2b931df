using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>What is already stored where an import has bars.</summary>
public static class StoredBars
{
    public static async Task<IReadOnlyDictionary<BarPosition, Bar>> Load(
        IBars bars, IReadOnlyList<BarCandidate> candidates, BarInterval interval, CancellationToken ct)
    {
        var stored = new Dictionary<BarPosition, Bar>();
        foreach (var series in candidates.GroupBy(c => c.Instrument))
        {
            var query = new BarQuery(
                [series.Key],
                interval,
                From: series.Min(c => c.ClosedAt),
                To: series.Max(c => c.ClosedAt).AddTicks(10),
                After: null,
                Limit: int.MaxValue);
            foreach (var bar in await bars.Range(query, ct)) stored.Add(BarPosition.Of(bar), bar);
        }
        return stored;
    }
}
