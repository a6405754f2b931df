using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;

namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>
/// Holds the replay after a slice until the fleet is done with it: the slice is scored, and each decision that came of it has ended, is at
/// the venue, or has waited its time. Days pass in moments here, so without it bars would overtake the decisions made on earlier ones.
/// All times are the wall clock's. A pure value: every transition gives a new one, and the order in which messages of different services
/// arrive does not matter.
/// </summary>
public sealed record ReplayBarrier
{
    /// <summary>Decisions that are remembered before the slice's own list of them has come. What does not fit is waited for as if unheard
    /// of.</summary>
    public const int MostDecisions = 10_000;

    public static readonly ReplayBarrier Open = new();

    /// <summary>The slice that is out; null before the first.</summary>
    public SlicePosition? Slice { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>Decisions of the slice; null until it is scored.</summary>
    public ImmutableSortedSet<string>? Decisions { get; init; }

    /// <summary>What was heard of decisions since the slice was published.</summary>
    public ImmutableSortedDictionary<string, DecisionWait> Heard { get; init; } =
        ImmutableSortedDictionary.Create<string, DecisionWait>(StringComparer.Ordinal);

    /// <summary>A slice goes out: what was waited for before no longer matters.</summary>
    public ReplayBarrier Published(SlicePosition slice, DateTimeOffset now) => new() { Slice = slice, PublishedAt = now };

    /// <summary>Prediction is done with a slice. Word of any other slice than the last changes nothing.</summary>
    public ReplayBarrier Scored(SliceScored scored, DateTimeOffset now)
    {
        if (Slice is not { } slice || scored.OccurredAt != slice.ClosedAt || scored.Interval != slice.Interval.ToString()) return this;
        if (Decisions is not null) return this;
        var barrier = this with { Decisions = scored.DecisionIds.ToImmutableSortedSet(StringComparer.Ordinal) };
        return barrier.Decisions.Aggregate(barrier, (b, decision) => b.Reached(decision, DecisionStage.Signalled, now));
    }

    /// <summary>A decision came as far as a stage. Word of an earlier stage, or of the same again, changes nothing.</summary>
    public ReplayBarrier Reached(string decisionId, DecisionStage stage, DateTimeOffset now)
    {
        if (Slice is null) return this;
        if (Heard.TryGetValue(decisionId, out var known) && known.Stage >= stage) return this;
        if (known is null && Decisions is null && Heard.Count >= MostDecisions) return this;
        if (Decisions is not null && !Decisions.Contains(decisionId)) return this;
        return this with { Heard = Heard.SetItem(decisionId, new DecisionWait(stage, now)) };
    }

    /// <summary>What the next slice still has to wait for, by decision; empty: publish.</summary>
    public IReadOnlyList<Waiting> WaitingAt(DateTimeOffset now, ReplayOptions options) => [.. Unsettled(options).Where(w => now < w.Until)];

    /// <summary>What has had its time and is no longer waited for.</summary>
    public IReadOnlyList<Waiting> GivenUpAt(DateTimeOffset now, ReplayOptions options) =>
        [.. Unsettled(options).Where(w => now >= w.Until)];

    private IEnumerable<Waiting> Unsettled(ReplayOptions options)
    {
        if (Slice is null) yield break;
        if (Decisions is null)
        {
            yield return new Waiting(string.Empty, "scoring", PublishedAt, PublishedAt + options.MachineHold);
            yield break;
        }
        foreach (var decision in Decisions)
        {
            var wait = Heard[decision];
            if (wait.Stage == DecisionStage.Settled) continue;
            var (stage, hold) = wait.Stage switch
            {
                DecisionStage.Signalled => ("approval", options.MachineHold),
                DecisionStage.AwaitsPerson => ("person", options.HumanHold),
                _ => ("risk-and-execution", options.MachineHold),
            };
            yield return new Waiting(decision, stage, wait.Since, wait.Since + hold);
        }
    }
}
