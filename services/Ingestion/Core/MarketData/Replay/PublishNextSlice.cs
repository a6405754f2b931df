using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Replay.Ports;

namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>
/// One step of a replay: when the fleet is done with the last slice and the pace allows, the next one goes out. Bars, position and events
/// are one transaction of the host, so that a slice is out once or not at all, wherever the process ends.
/// </summary>
public sealed class PublishNextSlice(
    RecordedData data, IReplayState state, CloseSlice.CloseSlice closeSlice, IngestionOptions options)
{
    /// <param name="now">The wall clock.</param>
    public async Task<ReplayStep> Handle(DateTimeOffset now, CancellationToken ct)
    {
        var progress = await state.Load(options.Feed, ct);
        var waiting = progress.Barrier.WaitingAt(now, options.Replay);
        var slice = data.Slices.After(progress.Position);
        var doing = ReplayPace.StateOf(progress, slice is null ? 0 : 1, waiting);
        if (slice is null || doing != ReplayState.Running)
            return new ReplayStep(doing, null, waiting, [], waiting.Count > 0 ? waiting.Min(w => w.Until) : null);
        if (ReplayPace.DueAt(progress, options.Replay) is { } due && due > now) return new ReplayStep(doing, null, [], [], due);

        // In a replay the slice's own close is the time.
        var closed = await closeSlice.Handle(slice, replayed: true, slice.Position.ClosedAt, ct);
        await state.Save(options.Feed, progress.After(slice.Position, now), ct);
        return new ReplayStep(ReplayState.Running, closed, [], progress.Barrier.GivenUpAt(now, options.Replay), now);
    }
}
