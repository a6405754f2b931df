using Superintel.Ingestion.MarketData.Replay.Ports;

namespace Superintel.Ingestion.MarketData.Replay.Memory;

/// <summary>Replay progress of one process.</summary>
public sealed class MemoryReplayState : IReplayState
{
    private readonly Dictionary<string, ReplayProgress> feeds = [];

    public ValueTask<ReplayProgress> Load(string feed, CancellationToken ct) =>
        ValueTask.FromResult(feeds.GetValueOrDefault(feed, ReplayProgress.Start));

    public ValueTask Save(string feed, ReplayProgress progress, CancellationToken ct)
    {
        feeds[feed] = progress;
        return ValueTask.CompletedTask;
    }
}
