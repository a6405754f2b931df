namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>When the next slice is due and what a replay is doing; pure.</summary>
public static class ReplayPace
{
    /// <summary>The next slice's time by pace alone; null: at once, in the warm-up.</summary>
    public static DateTimeOffset? DueAt(ReplayProgress progress, ReplayOptions options) =>
        progress.PublishedAt is null || progress.Published < options.WarmUpSlices
            ? null
            : progress.PublishedAt.Value + TimeSpan.FromSeconds(1 / (progress.SlicesPerSecond ?? options.SlicesPerSecond));

    public static ReplayState StateOf(ReplayProgress progress, int remaining, IReadOnlyList<Waiting> waiting) => progress switch
    {
        { Paused: true } when remaining > 0 => ReplayState.Paused,
        _ when waiting.Count > 0 => ReplayState.Holding,
        _ when remaining == 0 => ReplayState.Finished,
        _ => ReplayState.Running,
    };
}
