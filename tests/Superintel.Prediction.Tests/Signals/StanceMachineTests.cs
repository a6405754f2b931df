using Superintel.Kernel;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Signals;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Signals;

internal sealed class StanceMachineTests
{
    private static readonly StanceOptions Options = new(); // entry 1.5, exit 0.25, stop 4, time stop 3 half-lives of 5 bars = 15 bars
    private static readonly Stance Idle = Stance.Idle("feed", BarInterval.Day, PlantedPair.Id, DateTimeOffset.UnixEpoch);
    private static readonly DecisionId Decision = new("d1");
    private static readonly Stance Long = Idle.Open(StanceSide.Long, PlantedPair.Formation, Decision, DateTimeOffset.UnixEpoch);
    private static readonly Stance Short = Idle.Open(StanceSide.Short, PlantedPair.Formation, Decision, DateTimeOffset.UnixEpoch);

    [TestCase(-2.0, 0.3, "enter Long")]
    [TestCase(2.0, -0.3, "enter Short")]
    [TestCase(-1.5, 0.3, "enter Long")]
    [TestCase(-1.49, 0.3, "no-room-to-exit")]
    [TestCase(2.0, 0.3, "no-room-to-exit")]
    [TestCase(-2.0, -0.3, "no-room-to-exit")]
    [TestCase(-2.0, 0.1, "below-threshold")]
    [TestCase(-4.0, 0.3, "beyond-stop")]
    [TestCase(4.0, -0.3, "beyond-stop")]
    [TestCase(null, 0.3, "below-threshold")]
    public void Flat_pair_enters_against_its_deviation_or_says_why_not(double? z, double direction, string expected) =>
        Assert.That(Name(StanceMachine.Decide(Idle, Seen(z, direction), Options)), Is.EqualTo(expected));

    [TestCase(-2.0, 0, "held")]
    [TestCase(-0.26, 0, "held")]
    [TestCase(-0.25, 0, "leave exit")]
    [TestCase(1.0, 0, "leave exit")]
    [TestCase(-4.0, 0, "leave stop-loss")]
    [TestCase(-3.99, 0, "held")]
    [TestCase(-2.0, 13, "held")]
    [TestCase(-2.0, 14, "leave time-stop")]
    [TestCase(0.0, 14, "leave exit")]
    [TestCase(null, 0, "held")]
    [TestCase(null, 14, "leave time-stop")]
    public void Long_spread_is_held_until_exit_stop_or_time(double? z, int barsHeld, string expected)
    {
        var mirrored = StanceMachine.Decide(Short with { BarsHeld = barsHeld }, Seen(-z, 0.3), Options);

        Assert.That(Name(StanceMachine.Decide(Long with { BarsHeld = barsHeld }, Seen(z, -0.3), Options)), Is.EqualTo(expected));
        Assert.That(Name(mirrored), Is.EqualTo(expected));
    }

    [Test]
    public void Cooling_pair_does_not_enter_before_its_bars_have_passed()
    {
        var cooling = Long.Close(2, DateTimeOffset.UnixEpoch);

        Assert.That(Name(StanceMachine.Decide(cooling, Seen(-2, 0.3), Options)), Is.EqualTo("cooling-down"));
        Assert.That(Name(StanceMachine.Decide(cooling.Wait(), Seen(-2, 0.3), Options)), Is.EqualTo("cooling-down"));
        Assert.That(Name(StanceMachine.Decide(cooling.Wait().Wait(), Seen(-2, 0.3), Options)), Is.EqualTo("enter Long"));
    }

    [Test]
    public void Broken_pair_is_closed_with_the_long_cool_down()
    {
        var seen = Seen(-2, 0.3) with { Selected = false, Broken = BrokenPairCodes.CointegrationLost };

        Assert.That(StanceMachine.Decide(Long, seen, Options), Is.EqualTo(new Leave(BrokenPairCodes.CointegrationLost, 21)));
        Assert.That(Name(StanceMachine.Decide(Idle, seen, Options)), Is.EqualTo("not-selected"));
    }

    [Test]
    public void Deselected_pair_is_closed_only_when_that_is_asked_for()
    {
        var seen = Seen(-2, 0.3) with { Selected = false };

        Assert.That(Name(StanceMachine.Decide(Long, seen, Options)), Is.EqualTo("held"));
        Assert.That(Name(StanceMachine.Decide(Long, seen, Options with { CloseWhenDeselected = true })), Is.EqualTo("leave deselected"));
        Assert.That(Name(StanceMachine.Decide(Idle, seen, Options)), Is.EqualTo("not-selected"));
    }

    [Test]
    public void Machine_in_every_state_under_every_observation_keeps_its_promises()
    {
        foreach (var (stance, seen) in from stance in States() from seen in Observations() select (stance, seen))
        {
            var move = StanceMachine.Decide(stance, seen, Options);
            var what = $"{stance.Side} {stance.BarsHeld} {stance.CoolDownBars}, z {seen.ZScore}, {seen.Verdict.Direction}: {Name(move)}";
            if (move is Enter enter)
            {
                Assert.That(stance.IsIdle && seen.Selected && seen.Broken is null && seen.Verdict.Passes, what);
                Assert.That(Math.Abs(seen.ZScore!.Value), Is.InRange(Options.EntryZ, Options.StopZ), what);
                Assert.That(enter.Side, Is.EqualTo(seen.ZScore < 0 ? StanceSide.Long : StanceSide.Short), what);
                Assert.That(Math.Sign(seen.Verdict.Direction), Is.EqualTo(-Math.Sign(seen.ZScore!.Value)), what);
            }
            if (move is Leave) Assert.That(stance.IsFlat, Is.False, what);
            if (!stance.IsFlat && seen.Broken is not null) Assert.That(move, Is.InstanceOf<Leave>(), what);
            if (!stance.IsFlat && stance.BarsHeld >= 14) Assert.That(move, Is.InstanceOf<Leave>(), what);
            if (!stance.IsFlat && seen.ZScore is { } z && Math.Abs(z) <= Options.ExitZ) Assert.That(move, Is.InstanceOf<Leave>(), what);
        }
    }

    [Test]
    public void Stance_in_every_state_allows_exactly_its_own_transitions()
    {
        var at = DateTimeOffset.UnixEpoch;
        foreach (var stance in States())
        {
            Assert.That(Allowed(() => stance.Open(StanceSide.Long, PlantedPair.Formation, Decision, at)), Is.EqualTo(stance.IsIdle));
            Assert.That(Allowed(() => stance.Open(StanceSide.Flat, PlantedPair.Formation, Decision, at)), Is.False);
            Assert.That(Allowed(() => stance.Hold()), Is.EqualTo(!stance.IsFlat));
            Assert.That(Allowed(() => stance.Close(3, at)), Is.EqualTo(!stance.IsFlat));
            Assert.That(Allowed(() => stance.Wait()), Is.EqualTo(stance.IsFlat));
        }
    }

    private static IEnumerable<Stance> States() =>
        [Idle, Long.Close(3, DateTimeOffset.UnixEpoch), Long, Short, Long with { BarsHeld = 14 }, Short with { BarsHeld = 14 }];

    private static IEnumerable<PairObservation> Observations() =>
        from z in new double?[] { null, -5, -4, -3.9, -2, -1.5, -1.4, -0.25, 0, 0.25, 1.4, 1.5, 2, 3.9, 4, 5 }
        from direction in new[] { -1, -0.3, -0.1, 0, 0.1, 0.3, 1 }
        from selected in new[] { true, false }
        from broken in new[] { null, BrokenPairCodes.HedgeRatioOutOfRange }
        select Seen(z, direction) with { Selected = selected, Broken = broken };

    private static PairObservation Seen(double? z, double direction) =>
        new(z, new EnsembleVerdict(direction, 0.8, 5, Math.Abs(direction) > 0.1, []), Selected: true, Broken: null);

    private static string Name(StanceMove move) => move switch
    {
        Enter enter => $"enter {enter.Side}",
        Leave leave => $"leave {leave.Code}",
        Stay stay => stay.Code,
        _ => "unknown",
    };

    private static bool Allowed(Func<Stance> transition)
    {
        try
        {
            transition();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
