using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Breakers.ResetBreaker;
using Superintel.Risk.Limits;

namespace Superintel.Risk.Tests.Breakers;

public sealed class VenueBreakerTests
{
    [Test]
    public void Venue_that_refuses_most_orders_trips_its_own_breaker()
    {
        var desk = new Desk();
        for (var i = 0; i < 10; i++) Answer(desk, "OTHER", i, rejected: false);
        for (var i = 0; i < 10; i++) Answer(desk, "PAPER", i, rejected: i % 2 == 0 || i > 6);
        var opened = desk.Events.Of<BreakerChanged>();
        Assert.Multiple(() =>
        {
            Assert.That(opened.Select(one => one.Breaker).Distinct(), Is.EqualTo(new[] { "reject-rate:PAPER" }));
            Assert.That(opened[^1].Value, Is.EqualTo(0.7));
            Assert.That(desk.Events.Of<TradingStateChanged>().Single().By, Is.EqualTo("breaker:reject-rate"));
        });
    }

    [Test]
    public void Trouble_with_a_venue_does_not_flatten_at_any_price()
    {
        var desk = new Desk();
        for (var i = 0; i < 20; i++) Answer(desk, "PAPER", i, rejected: true);
        Assert.That(desk.Events.Of<BreakerChanged>()[^1].Tier, Is.EqualTo("reduce-only"));
    }

    [Test]
    public void Fills_far_worse_than_their_reference_trip_the_slippage_breaker()
    {
        var desk = new Desk();
        for (var i = 0; i < 10; i++) Fill(desk, i, slippage: 3m);
        var opened = desk.Events.Of<BreakerChanged>()[^1];
        Assert.That(opened.Breaker, Is.EqualTo("slippage:PAPER"));
        Assert.That(opened.Value, Is.EqualTo(0.03).Within(1e-12));
    }

    [Test]
    public void Round_trips_that_lose_in_a_row_trip_the_streak_and_a_gain_ends_it()
    {
        var desk = new Desk();
        desk.SetLimit(LimitCatalogue.LosingStreak, 2);
        foreach (var (index, change) in new[] { -1m, -1m, 1m, -1m, -1m }.Index()) RoundTrip(desk, index, change);
        Assert.That(desk.Events.Of<BreakerChanged>().Select(one => one.Tier), Is.EqualTo(new[] { "pause-entries" }));
        RoundTrip(desk, 5, -1m);
        Assert.That(desk.Events.Of<BreakerChanged>()[^1].Tier, Is.EqualTo("reduce-only"));
    }

    [Test]
    public void Reset_sets_free_what_the_breaker_stopped_and_counts_anew()
    {
        var desk = new Desk();
        for (var i = 0; i < 10; i++) Answer(desk, "PAPER", i, rejected: true);
        var reset = Reset(desk, "reject-rate:PAPER");
        Assert.Multiple(() =>
        {
            Assert.That(reset.Code, Is.Null);
            Assert.That(desk.Events.Of<BreakerChanged>()[^1], Has.Property("Tier").EqualTo("closed").And.Property("By").EqualTo("sam"));
            Assert.That(desk.Events.Of<TradingStateChanged>()[^1].State, Is.EqualTo("active"));
        });
        Answer(desk, "PAPER", 10, rejected: true);
        Assert.That(desk.Events.Of<BreakerChanged>()[^1].Tier, Is.EqualTo("closed"));
    }

    [Test]
    public void Reset_leaves_a_switch_that_a_person_moved_where_it_is()
    {
        var desk = new Desk();
        for (var i = 0; i < 10; i++) Answer(desk, "PAPER", i, rejected: true);
        desk.Switch(TradingState.Halted);
        Reset(desk, "reject-rate:PAPER");
        Assert.That(desk.Events.Of<TradingStateChanged>()[^1].State, Is.EqualTo("halted"));
    }

    [TestCase("reject-rate:PAPER", " ", "reason-required")]
    [TestCase("reject-rate:NOWHERE", "looked", "breaker-not-found")]
    public void Reset_is_refused_with_a_code(string name, string reason, string code)
    {
        var desk = new Desk();
        for (var i = 0; i < 10; i++) Answer(desk, "PAPER", i, rejected: true);
        Assert.That(Reset(desk, name, reason).Code, Is.EqualTo(code));
    }

    [Test]
    public void Breaker_that_is_closed_cannot_be_reset()
    {
        var desk = new Desk();
        for (var i = 0; i < 10; i++) Answer(desk, "PAPER", i, rejected: true);
        Reset(desk, "reject-rate:PAPER");
        Assert.That(Reset(desk, "reject-rate:PAPER").Code, Is.EqualTo("breaker-closed"));
    }

    private static ResetResult Reset(Desk desk, string name, string reason = "looked") =>
        Desk.Done(desk.Risk.ResetBreaker.Handle(name, reason, "sam", CancellationToken.None));

    private static void Answer(Desk desk, string venue, int index, bool rejected)
    {
        var (order, decision) = ($"{venue}-{index}", $"x{index}");
        if (rejected) Desk.Tell(new OrderRejected(order, decision, Desk.Pair, venue, "no", "", desk.Now), desk.Risk.OrderRejected);
        else Desk.Tell(new OrderAccepted(order, decision, Desk.Pair, venue, "v", desk.Now), desk.Risk.OrderAccepted);
    }

    private static void Fill(Desk desk, int index, decimal slippage) => Desk.Tell(
        new OrderFilled(
            "PAPER", "SIM", $"e{index}", $"o{index}", $"x{index}", Desk.Pair, 0, "AAA.XNYS", index % 2 == 0 ? "buy" : "sell", 1m, 100m,
            "USD", 0m, "USD", slippage, 1m, 0m, desk.Now),
        desk.Risk.OrderFilled);

    private static void RoundTrip(Desk desk, int index, decimal change)
    {
        foreach (var (side, price) in new[] { ("buy", 50m), ("sell", 50m + change) })
        {
            Desk.Tell(
                new OrderFilled(
                    "PAPER", "SIM", $"{index}{side}", $"o{index}{side}", $"x{index}", Desk.Pair, 0, "AAA.XNYS", side, 1m, price, "USD", 0m,
                    "USD", 0m, 1m, 0m, desk.Now),
                desk.Risk.OrderFilled);
        }

        Desk.Tell(new PairOrderClosed($"x{index}", $"c{index}", Desk.Pair, "completed", "", desk.Now), desk.Risk.PairOrderClosed);
    }
}
