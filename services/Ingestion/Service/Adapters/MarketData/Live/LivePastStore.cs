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
    /// <returns>What became of them, and those of which something else is stored: it stays, for decisions were made on it.</returns>
    public async Task<(AdmittedHistory Admitted, IReadOnlyList<BarCandidate> Revised)> Fill(
        IReadOnlyList<BarCandidate> candidates, BarInterval interval, AssetClass assetClass, DateTimeOffset now, CancellationToken ct)
    {
        var stored = await StoredBars.Load(bars, candidates, interval, ct);
        var (kept, revised) = (new List<BarCandidate>(), new List<BarCandidate>());
        foreach (var candidate in candidates)
        {
            var there = stored.GetValueOrDefault(new BarPosition(candidate.ClosedAt, candidate.Instrument));
            var says = there is null || there.SaysTheSame(candidate);
            if (!says) revised.Add(candidate);
            kept.Add(says ? candidate : As(candidate, there!));
        }
        var classes = kept.Select(c => c.Instrument).Distinct().ToDictionary(id => id, _ => assetClass);
        var admitted = await admit.Handle(kept, stored, classes, now, ct);
        // The gate's memory was of what came before the hole.
        if (admitted.Stored + admitted.Quarantined > 0) tracks.Forget();
        return (admitted, revised);
    }

    private static BarCandidate As(BarCandidate candidate, Bar stored) => candidate with
    {
        Open = stored.Open, High = stored.High, Low = stored.Low, Close = stored.Close, Volume = stored.Volume,
        CloseOnly = stored.CloseOnly, Unreadable = string.Empty,
    };
}
