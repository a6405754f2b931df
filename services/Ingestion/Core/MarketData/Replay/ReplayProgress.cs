namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>All that a replay must remember across a restart; stored with every slice, in the transaction of its bars and its
/// event.</summary>
/// <param name="Position">The last slice that went out; null before the first.</param>
/// <param name="Published">How many went out.</param>
/// <param name="PublishedAt">When the last one did, on the wall clock.</param>
/// <param name="SlicesPerSecond">The pace an operator chose; null: as configured.</param>
public sealed record ReplayProgress(
    SlicePosition? Position,
    long Published,
    DateTimeOffset? PublishedAt,
    double? SlicesPerSecond,
    bool Paused,
    ReplayBarrier Barrier)
{
    public static readonly ReplayProgress Start = new(null, 0, null, null, false, ReplayBarrier.Open);

    public ReplayProgress After(SlicePosition slice, DateTimeOffset now) => this with
    {
        Position = slice,
        Published = Published + 1,
        PublishedAt = now,
        Barrier = Barrier.Published(slice, now),
    };
}
