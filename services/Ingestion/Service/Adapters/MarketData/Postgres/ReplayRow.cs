using System.Collections.Immutable;
using System.Text.Json;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Kernel;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Postgres;

/// <summary>A row of the table replay.</summary>
internal sealed class ReplayRow
{
    public required string Feed { get; init; }

    public DateTimeOffset? PositionAt { get; init; }

    public string? PositionInterval { get; init; }

    public required long Published { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public double? SlicesPerSecond { get; init; }

    public required bool Paused { get; init; }

    public string[]? Decisions { get; init; }

    public required bool Executed { get; init; }

    public required string Heard { get; init; }

    public static ReplayRow Of(string feed, ReplayProgress progress) => new()
    {
        Feed = feed,
        PositionAt = progress.Position?.ClosedAt,
        PositionInterval = progress.Position?.Interval.ToString(),
        Published = progress.Published,
        PublishedAt = progress.PublishedAt,
        SlicesPerSecond = progress.SlicesPerSecond,
        Paused = progress.Paused,
        Decisions = progress.Barrier.Decisions?.ToArray(),
        Executed = progress.Barrier.IsExecuted,
        Heard = JsonSerializer.Serialize<IReadOnlyDictionary<string, DecisionWait>>(progress.Barrier.Heard),
    };

    public ReplayProgress Progress()
    {
        if (PositionAt is not { } at || PublishedAt is not { } publishedAt)
            return ReplayProgress.Start with { SlicesPerSecond = SlicesPerSecond, Paused = Paused };
        var position = new SlicePosition(at, BarInterval.Parse(PositionInterval!));
        var heard = JsonSerializer.Deserialize<Dictionary<string, DecisionWait>>(Heard)!;
        var barrier = ReplayBarrier.Open.Published(position, publishedAt) with
        {
            IsExecuted = Executed,
            Decisions = Decisions?.ToImmutableSortedSet(StringComparer.Ordinal),
            Heard = heard.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
        return new ReplayProgress(position, Published, publishedAt, SlicesPerSecond, Paused, barrier);
    }
}
