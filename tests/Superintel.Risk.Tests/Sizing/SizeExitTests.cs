using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Tests.Sizing;

public sealed class SizeExitTests
{
    [Test]
    public void Exit_is_exactly_the_position_held_under_the_pair()
    {
        var desk = new Desk();
        desk.Hold(quantity: 137);
        var sized = desk.Size(desk.Ask(intent: TradeIntent.Close));
        Assert.That(
            sized.Legs.Select(leg => (leg.Number, leg.Side, leg.Quantity.Value)),
            Is.EqualTo(new[] { (0, Side.Sell, 137m), (1, Side.Buy, 137m) }));
    }

    [Test]
    public void Exit_ignores_what_another_pair_holds_of_the_instrument()
    {
        var desk = new Desk();
        desk.Hold("d0", quantity: 100);
        desk.Hold("d9", "AAA.XNYS~EEE.XNYS", 250);
        Assert.That(desk.Size(desk.Ask(intent: TradeIntent.Close)).Legs[0].Quantity.Value, Is.EqualTo(100m));
    }

    [Test]
    public void Exit_of_a_half_filled_pair_closes_the_one_leg()
    {
        var desk = new Desk();
        desk.Approve(desk.Proposal("d0"));
        var cleared = desk.Events.Of<OrderCleared>().Single();
        desk.Fill(cleared, cleared.Legs[1], 60m);
        desk.End(cleared, "incomplete");
        var sized = desk.Size(desk.Ask(intent: TradeIntent.Close));
        Assert.That(sized.Legs.Select(leg => (leg.Number, leg.Side, leg.Quantity.Value)), Is.EqualTo(new[] { (1, Side.Buy, 60m) }));
    }

    [Test]
    public void Exit_goes_at_the_last_close_even_when_it_is_old()
    {
        var desk = new Desk();
        desk.Hold();
        var before = desk.Now;
        desk.CloseOnly(before.AddDays(9), ("EEE.XNYS", 30m));
        Assert.That(desk.Size(desk.Ask(intent: TradeIntent.Close)).Refusal, Is.Null);
    }
}
