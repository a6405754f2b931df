using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

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

    private static string State(Desk desk) => desk.Events.Of<TradingStateChanged>()[^1].State;
}
