namespace Superintel.Ingestion.MarketData.Replay.Ports;

/// <summary>Where a feed's replay remembers how far it is.</summary>
public interface IReplayState
{
    /// <returns><see cref="ReplayProgress.Start"/> when nothing is stored.</returns>
    ValueTask<ReplayProgress> Load(string feed, CancellationToken ct);

    ValueTask Save(string feed, ReplayProgress progress, CancellationToken ct);
}
