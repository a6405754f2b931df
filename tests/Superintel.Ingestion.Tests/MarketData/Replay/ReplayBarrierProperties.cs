using FsCheck;
using FsCheck.Fluent;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Replay;

/// <summary>The barrier under any messages, repeated and in any order.</summary>
public sealed class ReplayBarrierProperties
{
    private static readonly SlicePosition Slice = new(Some.Day(1), BarInterval.Day);
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Decisions = ["a", "b", "c"];
    private static readonly SliceScored Score = new("sample", "1d", Slice.ClosedAt, 3, 0, Decisions);
    private static readonly SliceExecuted Done = new("sample", "1d", Slice.ClosedAt, []);
    private static readonly ReplayOptions Options = new();

    /// <summary>One message: null is the score, otherwise a decision and how far it came.</summary>
    private static ReplayBarrier Apply(ReplayBarrier barrier, (string Decision, DecisionStage Stage)? message) => message is { } told
        ? barrier.Reached(told.Decision, told.Stage, Start)
        : barrier.Scored(Score, Start);

    private static Gen<(string, DecisionStage)?> Message() => Gen.Frequency(
        (1, Gen.Constant(((string, DecisionStage)?)null)),
        (6, from decision in Gen.Elements("a", "b", "c", "other")
            from stage in Gen.Elements(Enum.GetValues<DecisionStage>())
            select ((string, DecisionStage)?)(decision, stage)));

    private static ReplayBarrier Run(IEnumerable<(string, DecisionStage)?> messages) =>
        messages.Aggregate(ReplayBarrier.Open.Published(Slice, Start).Executed(Done), Apply);

    private static string State(ReplayBarrier barrier) => string.Join(
        ';', barrier.WaitingAt(Start, Options).Select(w => $"{w.DecisionId}:{w.Stage}").Prepend($"scored={barrier.Decisions is not null}"));

    [FsCheck.NUnit.Property]
    public Property Order_of_messages_does_not_matter() => Prop.ForAll(
        Gen.ListOf(Message()).ToArbitrary(),
        messages => State(Run(messages)) == State(Run(Enumerable.Reverse(messages))));

    [FsCheck.NUnit.Property]
    public Property Repeated_message_changes_nothing() => Prop.ForAll(
        Gen.ListOf(Message()).ToArbitrary(),
        messages => State(Run(messages)) == State(Run(messages.Concat(messages))));

    [FsCheck.NUnit.Property]
    public Property Next_slice_goes_out_at_once_exactly_when_the_slice_is_scored_and_every_decision_is_settled() => Prop.ForAll(
        Gen.ListOf(Message()).ToArbitrary(),
        messages =>
        {
            var settled = Decisions.All(d => messages.Contains((d, DecisionStage.Settled)));
            return (Run(messages).WaitingAt(Start, Options).Count == 0) == (messages.Contains(null) && settled);
        });

    [FsCheck.NUnit.Property]
    public Property Nothing_is_waited_for_beyond_the_longest_hold() => Prop.ForAll(
        Gen.ListOf(Message()).ToArbitrary(),
        messages => Run(messages).WaitingAt(Start + Options.HumanHold + Options.MachineHold, Options).Count == 0);
}
