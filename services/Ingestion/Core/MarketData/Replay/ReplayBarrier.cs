using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;

namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>
/// Holds the replay after a slice until the fleet is done with it: its fills are told, it is scored, and each decision that came of it has
/// ended, is at the venue with all its orders, or has waited its time. Days pass in moments here, so without it bars would overtake the
/// decisions made on earlier ones.
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

    /// <summary>Every fill that the slice made was told.</summary>
    public bool IsExecuted { get; init; }

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
        if (!IsOfSlice(scored.OccurredAt, scored.Interval) || Decisions is not null) return this;
        var barrier = this with { Decisions = scored.DecisionIds.ToImmutableSortedSet(StringComparer.Ordinal) };
        return barrier.Decisions.Aggregate(barrier, (b, decision) => b.Reached(decision, DecisionStage.Signalled, now));
    }

    /// <summary>Execution is done with a slice. Word of any other slice than the last changes nothing.</summary>
    public ReplayBarrier Executed(SliceExecuted executed) =>
        !IsExecuted && IsOfSlice(executed.OccurredAt, executed.Interval) ? this with { IsExecuted = true } : this;

    /// <summary>A decision came as far as a stage. Word of an earlier stage, or of the same again, changes nothing.</summary>
    public ReplayBarrier Reached(string decisionId, DecisionStage stage, DateTimeOffset now) =>
        Hear(decisionId, now, wait => wait.Stage >= stage ? wait : wait with { Stage = stage, Since = now });

    /// <summary>A decision was approved, and needs so many orders.</summary>
    public ReplayBarrier Approved(string decisionId, int legs, DateTimeOffset now) =>
        Reached(decisionId, DecisionStage.Approved, now)
            .Hear(decisionId, now, wait => wait.Legs == legs ? wait : wait with { Legs = legs });

    /// <summary>The venue has answered an order of a decision, whatever the answer: with all of them the decision is settled.</summary>
    public ReplayBarrier Answered(string decisionId, string clientOrderId, DateTimeOffset now) =>
        Hear(decisionId, now, wait => wait with { Answered = wait.Answered.Add(clientOrderId) });

    private ReplayBarrier Hear(string decisionId, DateTimeOffset now, Func<DecisionWait, DecisionWait> move)
    {
        if (Slice is null) return this;
        var known = Heard.GetValueOrDefault(decisionId);
        if (known is null && Decisions is null && Heard.Count >= MostDecisions) return this;
        if (Decisions is not null && !Decisions.Contains(decisionId)) return this;
        var moved = move(known ?? new DecisionWait(DecisionStage.Signalled, now));
        return ReferenceEquals(moved, known) ? this : this with { Heard = Heard.SetItem(decisionId, moved) };
    }

    private bool IsOfSlice(DateTimeOffset at, string interval) =>
        Slice is { } slice && at == slice.ClosedAt && interval == slice.Interval.ToString();

    /// <summary>What the next slice still has to wait for, by decision; empty: publish.</summary>
    public IReadOnlyList<Waiting> WaitingAt(DateTimeOffset now, ReplayOptions options) => [.. Unsettled(options).Where(w => now < w.Until)];

    /// <summary>What has had its time and is no longer waited for.</summary>
    public IReadOnlyList<Waiting> GivenUpAt(DateTimeOffset now, ReplayOptions options) =>
        [.. Unsettled(options).Where(w => now >= w.Until)];

    private IEnumerable<Waiting> Unsettled(ReplayOptions options)
    {
        if (Slice is null) yield break;
        if (Decisions is null) yield return new Waiting(string.Empty, "scoring", PublishedAt, PublishedAt + options.MachineHold);
        if (!IsExecuted) yield return new Waiting(string.Empty, "execution", PublishedAt, PublishedAt + options.MachineHold);
        foreach (var decision in Decisions ?? [])
        {
            var wait = Heard[decision];
            if (wait.IsSettled) continue;
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
