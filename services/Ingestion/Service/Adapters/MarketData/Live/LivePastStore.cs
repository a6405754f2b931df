using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Live;

/// <summary>Bars of the past into the holes of what is stored, through the gate.</summary>
internal sealed class LivePastStore(IBars bars, AdmitHistory admit, GateTracks tracks)
{
    /// <param name="candidates">One instrument, by time.</param>
    public async Task<AdmittedHistory> Fill(
        IReadOnlyList<BarCandidate> candidates, BarInterval interval, AssetClass assetClass, DateTimeOffset now, CancellationToken ct)
    {
        var stored = await StoredBars.Load(bars, candidates, interval, ct);
        var classes = candidates.Select(c => c.Instrument).Distinct().ToDictionary(id => id, _ => assetClass);
        var admitted = await admit.Handle(candidates, stored, classes, now, ct);
        // The gate's memory was of what came before the hole.
        if (admitted.Stored + admitted.Refused.Count > 0) tracks.Forget();
        return admitted;
    }
}
