using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Replay;

public sealed class ReplayBarrierTests
{
    private static readonly SlicePosition Slice = new(Some.Day(1), BarInterval.Day);
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ReplayOptions Options = new() { MachineHold = TimeSpan.FromSeconds(10), HumanHold = TimeSpan.FromSeconds(30) };
    private static readonly SliceExecuted Executed = new("sample", "1d", Slice.ClosedAt, ["A.TEST"]);
    private static readonly ReplayBarrier Out = ReplayBarrier.Open.Published(Slice, Start).Executed(Executed);

    private static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    private static SliceScored Scored(params string[] decisions) => new("sample", "1d", Slice.ClosedAt, 1, 0, decisions);

    private static string[] Stages(ReplayBarrier barrier, double seconds, ReplayOptions? options = null) =>
        [.. barrier.WaitingAt(At(seconds), options ?? Options).Select(w => $"{w.DecisionId}:{w.Stage}")];

    [Test]
    public void Nothing_is_waited_for_before_the_first_slice() => Assert.That(Stages(ReplayBarrier.Open, 0), Is.Empty);

    [TestCase(9.9, true)]
    [TestCase(10, false)]
    public void Slice_that_is_not_scored_holds_for_the_machine_hold(double seconds, bool held) =>
        Assert.That(Stages(Out, seconds), held ? Is.EqualTo(new[] { ":scoring" }) : Is.Empty);

    [Test]
    public void Slice_without_decisions_when_it_is_scored_lets_the_next_one_go() =>
        Assert.That(Stages(Out.Scored(Scored(), At(1)), 1), Is.Empty);

    [Test]
    public void Score_of_another_slice_or_interval_opens_nothing()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Stages(Out.Scored(Scored() with { OccurredAt = Some.Day(2) }, At(1)), 1), Is.EqualTo(new[] { ":scoring" }));
            Assert.That(Stages(Out.Scored(Scored() with { Interval = "1h" }, At(1)), 1), Is.EqualTo(new[] { ":scoring" }));
        });
    }

    [Test]
    public void Slice_whose_fills_are_not_all_told_holds_for_the_machine_hold()
    {
        var barrier = ReplayBarrier.Open.Published(Slice, Start).Scored(Scored(), At(1));
        Assert.Multiple(() =>
        {
            Assert.That(Stages(barrier, 9.9), Is.EqualTo(new[] { ":execution" }));
            Assert.That(Stages(barrier, 10), Is.Empty);
            Assert.That(Stages(barrier.Executed(Executed with { OccurredAt = Some.Day(2) }), 1), Is.EqualTo(new[] { ":execution" }));
            Assert.That(Stages(barrier.Executed(Executed), 1), Is.Empty);
        });
    }

    [Test]
    public void Decision_is_settled_when_the_venue_has_answered_every_leg()
    {
        var one = Out.Scored(Scored("d"), At(1)).Approved("d", 2, At(1)).Answered("d", "o-0", At(2)).Answered("d", "o-0", At(2));
        Assert.That(Stages(one, 3), Is.EqualTo(new[] { "d:risk-and-execution" }));
        Assert.That(Stages(one.Answered("d", "o-1", At(3)), 3), Is.Empty);
    }

    [TestCase(DecisionStage.Signalled, "d:approval", 10)]
    [TestCase(DecisionStage.Approved, "d:risk-and-execution", 10)]
    [TestCase(DecisionStage.AwaitsPerson, "d:person", 30)]
    public void Decision_holds_for_as_long_as_its_stage_may_take(DecisionStage stage, string waiting, double hold)
    {
        var barrier = Out.Scored(Scored("d"), At(1)).Reached("d", stage, At(1));
        Assert.Multiple(() =>
        {
            Assert.That(Stages(barrier, 1 + hold - 0.1), Is.EqualTo(new[] { waiting }));
            Assert.That(Stages(barrier, 1 + hold), Is.Empty);
            Assert.That(barrier.GivenUpAt(At(1 + hold), Options).Single().DecisionId, Is.EqualTo("d"));
        });
    }

    [Test]
    public void Person_is_not_waited_for_when_the_hold_is_zero()
    {
        var barrier = Out.Scored(Scored("d"), At(1)).Reached("d", DecisionStage.AwaitsPerson, At(1));
        Assert.That(Stages(barrier, 1, Options with { HumanHold = TimeSpan.Zero }), Is.Empty);
    }

    [Test]
    public void Approval_by_a_person_gives_the_machines_their_own_time()
    {
        var barrier = Out.Scored(Scored("d"), At(1)).Reached("d", DecisionStage.AwaitsPerson, At(1)).Reached(
            "d", DecisionStage.Approved, At(30));
        Assert.That((Stages(barrier, 39.9), Stages(barrier, 40)), Is.EqualTo((new[] { "d:risk-and-execution" }, Array.Empty<string>())));
    }

    [Test]
    public void Decision_that_was_heard_of_before_the_score_counts()
    {
        var barrier = Out.Reached("d", DecisionStage.Settled, At(0.5)).Scored(Scored("d", "e"), At(1));
        Assert.That(Stages(barrier, 2), Is.EqualTo(new[] { "e:approval" }));
    }

    [Test]
    public void Decision_of_an_earlier_slice_is_not_waited_for() =>
        Assert.That(Stages(Out.Scored(Scored(), At(1)).Reached("old", DecisionStage.AwaitsPerson, At(1)), 2), Is.Empty);

    [Test]
    public void Next_slice_when_it_goes_out_starts_anew()
    {
        var next = Out.Scored(Scored("d"), At(1)).Published(Slice with { ClosedAt = Some.Day(2) }, At(5));
        Assert.That((Stages(next, 6), next.Heard.Count), Is.EqualTo((new[] { ":scoring", ":execution" }, 0)));
    }

    [Test]
    public void Memory_of_decisions_before_the_score_is_bounded()
    {
        var barrier = Enumerable.Range(0, ReplayBarrier.MostDecisions + 5).Aggregate(
            Out, (b, i) => b.Reached($"d{i}", DecisionStage.Approved, At(0)));
        Assert.That(barrier.Heard, Has.Count.EqualTo(ReplayBarrier.MostDecisions));
        Assert.That(Stages(barrier.Scored(Scored($"d{ReplayBarrier.MostDecisions + 1}"), At(1)), 2), Has.Length.EqualTo(1));
    }
}
