using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Replay.Ports;

namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>Tells how the replay stands.</summary>
public sealed class DescribeReplay(RecordedData data, IReplayState state, IngestionOptions options)
{
    /// <param name="now">The wall clock.</param>
    public async Task<ReplayStatus> Handle(DateTimeOffset now, CancellationToken ct)
    {
        var progress = await state.Load(options.Feed, ct);
        var remaining = data.Slices.RemainingAfter(progress.Position);
        var waiting = progress.Barrier.WaitingAt(now, options.Replay);
        return new ReplayStatus(
            options.Replay.Enabled ? ReplayPace.StateOf(progress, remaining, waiting) : ReplayState.Off,
            progress.SlicesPerSecond ?? options.Replay.SlicesPerSecond,
            progress.Position?.ClosedAt,
            data.Slices.First?.ClosedAt,
            data.Slices.Last?.ClosedAt,
            progress.Published,
            remaining,
            waiting);
    }
}
