using System.Collections.Concurrent;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>
/// The gate's memory of every series: read from the stored bars at first use and kept. Whoever undoes a change of what is stored must
/// call <see cref="Forget"/>, so that the memory is read again.
/// </summary>
public sealed class GateTracks(GateLimits limits)
{
    // Slices come one after the other, but whoever notices a failed transaction may make the memory forget meanwhile.
    private readonly ConcurrentDictionary<(InstrumentId, BarInterval), BarTrack> tracks = new();

    /// <param name="next">The bar that is to be judged: the memory is of what came before it.</param>
    public async ValueTask<BarTrack> Before(BarCandidate next, IBars bars, IQuarantine quarantine, CancellationToken ct)
    {
        var (instrument, interval) = (next.Instrument, next.Interval);
        if (tracks.TryGetValue((instrument, interval), out var known)) return known;
        var last = await bars.Last(instrument, interval, next.ClosedAt, limits.Window + 1, ct);
        var track = BarTrack.Of(last, await quarantine.Last(instrument, interval, next.ClosedAt, ct), limits.Window);
        tracks[(instrument, interval)] = track;
        return track;
    }

    public void Accept(BarTrack track, Bar bar) => tracks[(bar.Instrument, bar.Interval)] = track.Accept(bar, limits.Window);

    /// <returns>Failures of the series in a row, this one included.</returns>
    public int Refuse(BarTrack track, BarCandidate candidate)
    {
        var refused = track.Refuse(candidate);
        tracks[(candidate.Instrument, candidate.Interval)] = refused;
        return refused.ConsecutiveFailures;
    }

    public void Forget() => tracks.Clear();
}
