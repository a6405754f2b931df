using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.KillSwitch;
using Superintel.Risk.KillSwitch.ReadFlatten;

namespace Superintel.Risk.Tests.KillSwitch;

public sealed class FlattenTests
{
    [Test]
    public void Flatten_stops_entries_first_and_then_clears_an_exit_per_pair()
    {
        var desk = Holding();
        var moved = desk.Switch(TradingState.Halted, flatten: true);
        Assert.Multiple(() =>
        {
            Assert.That(
                moved.Happened.Select(one => one.GetType()),
                Is.EqualTo(new[] { typeof(TradingStateChanged), typeof(OrderCleared), typeof(OrderCleared) }));
            var first = (TradingStateChanged)moved.Happened[0];
            Assert.That(first.State, Is.EqualTo("reduce-only"), "a halted desk would stop its own exits");
            var legs = moved.Happened.OfType<OrderCleared>().SelectMany(cleared => cleared.Legs);
            Assert.That(
                legs.Select(leg => (leg.InstrumentId, leg.Side, leg.Quantity)),
                Is.EqualTo(new[]
                {
                    ("AAA.XNYS", "sell", 100m), ("BBB.XNYS", "buy", 100m), ("CCC.XNYS", "buy", 70m), ("EEE.XNYS", "sell", 70m),
                }));
        });
    }

    [Test]
    public void Desk_is_halted_when_nothing_is_held_any_more()
    {
        var desk = Holding();
        var exits = desk.Switch(TradingState.Halted, flatten: true).Happened.OfType<OrderCleared>().ToArray();
        foreach (var exit in exits)
        {
            Assert.That(State(desk), Is.EqualTo("reduce-only"));
            foreach (var leg in exit.Legs) desk.Fill(exit, leg, leg.Quantity);
            desk.End(exit);
        }
        var last = desk.Events.Of<TradingStateChanged>()[^1];
        Assert.That((last.State, last.Flatten, last.Version), Is.EqualTo(("halted", false, 2L)));
    }

    [Test]
    public void Desk_that_holds_nothing_is_halted_at_once()
    {
        var desk = new Desk();
        desk.Switch(TradingState.Halted, flatten: true);
        Assert.That(desk.Events.Of<TradingStateChanged>().Select(told => told.State), Is.EqualTo(new[] { "reduce-only", "halted" }));
    }

    [Test]
    public void Exit_that_filled_in_part_is_tried_again_for_the_rest()
    {
        var desk = new Desk();
        desk.Hold("d0", quantity: 100);
        var first = desk.Switch(TradingState.Halted, flatten: true).Happened.OfType<OrderCleared>().Single();
        desk.Fill(first, first.Legs[0], 100m);
        desk.Fill(first, first.Legs[1], 30m);
        desk.End(first, "incomplete");
        var second = desk.Events.Of<OrderCleared>()[^1];
        Assert.Multiple(() =>
        {
            Assert.That(second.ClearanceId, Is.Not.EqualTo(first.ClearanceId));
            Assert.That(second.Legs.Select(leg => (leg.Leg, leg.Side, leg.Quantity)), Is.EqualTo(new[] { (1, "buy", 70m) }));
        });
    }

    [Test]
    public void Exit_at_work_is_not_cleared_a_second_time()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.Approve(desk.Proposal("d1", intent: "close", buysA: false));
        Assert.That(desk.Switch(TradingState.Halted, flatten: true).Happened.OfType<OrderCleared>(), Is.Empty);
    }

    [Test]
    public void Exit_that_keeps_failing_is_given_up_after_a_few_attempts()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.Switch(TradingState.Halted, flatten: true);
        for (var attempt = 0; attempt < 10; attempt++) desk.End(desk.Events.Of<OrderCleared>()[^1], "failed");
        Assert.Multiple(() =>
        {
            Assert.That(desk.Events.Of<OrderCleared>().Count(cleared => cleared.Intent == "close"), Is.EqualTo(5));
            Assert.That(State(desk), Is.EqualTo("reduce-only"));
        });
    }

    [Test]
    public void Flatten_that_is_asked_for_again_starts_over()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.Switch(TradingState.Halted, flatten: true);
        for (var attempt = 0; attempt < 10; attempt++) desk.End(desk.Events.Of<OrderCleared>()[^1], "failed");
        Assert.That(desk.Switch(TradingState.Halted, flatten: true).Happened.OfType<OrderCleared>(), Has.Exactly(1).Items);
    }

    [Test]
    public void Denied_exit_is_tried_again_at_the_next_bar()
    {
        var desk = new Desk();
        desk.Hold("d0");
        var exit = desk.Switch(TradingState.Halted, flatten: true).Happened.OfType<OrderCleared>().Single();
        Desk.Tell(new OrderDenied(exit.ClearanceId, exit.DecisionId, exit.PairId, "outcome-unknown", "", desk.Now), desk.Risk.OrderDenied);
        desk.Close(131);
        Assert.That(desk.Events.Of<OrderCleared>()[^1].ClearanceId, Is.Not.EqualTo(exit.ClearanceId));
    }

    [Test]
    public void Denied_exit_uses_no_attempt_up()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.Switch(TradingState.Halted, flatten: true);
        for (var day = 131; day < 145; day++)
        {
            Deny(desk, "venue-not-compared");
            desk.Close(day);
        }
        var exit = desk.Events.Of<OrderCleared>()[^1];
        foreach (var leg in exit.Legs) desk.Fill(exit, leg, leg.Quantity);
        desk.End(exit);
        Assert.Multiple(() =>
        {
            Assert.That(desk.Events.Of<OrderCleared>().Count(cleared => cleared.Intent == "close"), Is.EqualTo(15));
            Assert.That(State(desk), Is.EqualTo("halted"));
            Assert.That(desk.Events.Of<OrderAlertRaised>(), Is.Empty);
        });
    }

    [Test]
    public void Bars_of_several_feeds_make_one_attempt_after_a_denial()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.Switch(TradingState.Halted, flatten: true);
        Deny(desk, "outcome-unknown");
        var exits = desk.Events.Of<OrderCleared>().Count;
        desk.Close(131);
        Deny(desk, "outcome-unknown");
        for (var feed = 0; feed < 3; feed++) desk.Close(131);
        Assert.That(desk.Events.Of<OrderCleared>(), Has.Count.EqualTo(exits + 1));
    }

    [Test]
    public void Flatten_that_is_given_up_says_so_once_with_what_is_left()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.Switch(TradingState.Halted, flatten: true);
        for (var attempt = 0; attempt < 5; attempt++) desk.End(desk.Events.Of<OrderCleared>()[^1], "failed");
        desk.Close(131);
        desk.Close(132);
        var alert = desk.Events.Of<OrderAlertRaised>().Single();
        var progress = Progress(desk).Single();
        Assert.Multiple(() =>
        {
            Assert.That((alert.Code, alert.Subject), Is.EqualTo(("flatten-gave-up", Desk.Pair)));
            Assert.That(alert.Detail, Does.Contain("Sell 100 AAA.XNYS, Buy 100 BBB.XNYS"));
            Assert.That((progress.GaveUp, progress.Attempts), Is.EqualTo((true, 5)));
            Assert.That(progress.Instruments.Select(id => id.ToString()), Is.EqualTo(new[] { "AAA.XNYS", "BBB.XNYS" }));
        });
        desk.Switch(TradingState.Halted, flatten: true);
        Assert.That((Progress(desk).Single().GaveUp, Progress(desk).Single().Attempts), Is.EqualTo((false, 0)));
    }

    [Test]
    public void Denial_that_holds_a_flatten_up_is_told()
    {
        var desk = new Desk();
        desk.Hold("d0");
        Assert.That(Progress(desk), Is.Empty, "nothing is being flattened");
        desk.Switch(TradingState.Halted, flatten: true);
        Deny(desk, "clearance-reused");
        Assert.That(Progress(desk).Single().Denied, Is.Empty, "its orders are at work");
        Deny(desk, "position-mismatch");
        Assert.That(Progress(desk).Single().Denied, Is.EqualTo("position-mismatch"));
    }

    [Test]
    public void Denied_exit_does_not_wait_for_a_clock_that_was_set_back()
    {
        var (denied, end) = (FlattenTry.First(1, Desk.Pair).Clear(0, Desk.Start) with { Denied = "no-route" }, Desk.Start.AddHours(-3));
        Assert.That(denied.IsDue(end, end.AddSeconds(1)), Is.True);
    }

    [Test]
    public void Trader_cannot_call_off_a_flatten()
    {
        var desk = Holding();
        desk.Switch(TradingState.Halted, flatten: true);
        Assert.That(desk.Switch(TradingState.Halted, senior: false).Code, Is.EqualTo("role-required"));
    }

    private static Desk Holding()
    {
        var desk = new Desk();
        desk.Hold("d0");
        desk.Hold("d9", "CCC.XNYS~EEE.XNYS", 70, buysA: false);
        return desk;
    }

    private static void Deny(Desk desk, string code)
    {
        var exit = desk.Events.Of<OrderCleared>()[^1];
        Desk.Tell(new OrderDenied(exit.ClearanceId, exit.DecisionId, exit.PairId, code, "", desk.Now), desk.Risk.OrderDenied);
    }

    private static IReadOnlyList<FlattenProgress> Progress(Desk desk) => Desk.Done(
        desk.Risk.ReadFlatten.Of(Desk.Done(desk.Risk.KillSwitch.Current(default)), default));

    private static string State(Desk desk) => desk.Events.Of<TradingStateChanged>()[^1].State;
}
