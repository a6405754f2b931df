using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Limits;
using Superintel.Risk.Limits.ChangeLimit;

namespace Superintel.Risk.Tests.Sizing;

public sealed class SizeEntryTests
{
    [Test]
    public void Entry_is_sized_to_the_share_that_one_asset_may_carry_when_nothing_else_is_tighter()
    {
        var desk = new Desk();
        var sized = desk.Size(desk.Ask());
        var cap = 0.98m * 0.05m * 1_000_000m;
        Assert.Multiple(() =>
        {
            Assert.That(sized.Refusal, Is.Null);
            Assert.That(sized.Legs, Has.Length.EqualTo(2));
            foreach (var leg in sized.Legs)
            {
                var notional = leg.Quantity.Value * leg.ReferencePrice.Value;
                Assert.That(notional, Is.LessThanOrEqualTo(cap).And.GreaterThan(cap - leg.ReferencePrice.Value));
            }
        });
    }

    [Test]
    public void Entry_buys_a_and_sells_b_when_the_direction_is_up()
    {
        var desk = new Desk();
        Assert.That(desk.Size(desk.Ask()).Legs.Select(leg => leg.Side), Is.EqualTo(new[] { Side.Buy, Side.Sell }));
    }

    [Test]
    public void Entry_sells_a_and_buys_b_when_the_direction_is_down()
    {
        var desk = new Desk();
        Assert.That(desk.Size(desk.Ask(direction: -0.4)).Legs.Select(leg => leg.Side), Is.EqualTo(new[] { Side.Sell, Side.Buy }));
    }

    [Test]
    public void Entry_goes_the_same_way_with_both_legs_when_the_hedge_ratio_is_below_zero()
    {
        var desk = new Desk();
        Assert.That(desk.Size(desk.Ask(hedge: -1)).Legs.Select(leg => leg.Side), Is.EqualTo(new[] { Side.Buy, Side.Buy }));
    }

    [Test]
    public void Leg_b_is_the_hedge_ratio_times_leg_a()
    {
        var desk = new Desk();
        var legs = desk.Size(desk.Ask(hedge: 0.5)).Legs;
        var (a, b) = (legs[0].Quantity.Value * legs[0].ReferencePrice.Value, legs[1].Quantity.Value * legs[1].ReferencePrice.Value);
        Assert.That(b, Is.EqualTo(a / 2).Within(legs[1].ReferencePrice.Value + legs[0].ReferencePrice.Value));
    }

    [Test]
    public void Entry_is_smaller_when_the_spread_is_wilder()
    {
        var desk = new Desk();
        var wild = desk.Size(desk.Ask(volatility: 0.05));
        var target = 0.02m / (0.05m * 15.8745m) * 1_000_000m;
        Assert.That(wild.Legs[0].Quantity.Value * wild.Legs[0].ReferencePrice.Value, Is.EqualTo(target).Within(100m));
    }

    [Test]
    public void Entry_leaves_room_for_what_is_held_under_another_pair()
    {
        var desk = new Desk();
        desk.Hold(quantity: 600);
        var sized = desk.Size(desk.Ask(pair: "AAA.XNYS~EEE.XNYS"));
        var held = 600m * sized.Legs[0].ReferencePrice.Value;
        Assert.That(sized.Legs[0].Quantity.Value * sized.Legs[0].ReferencePrice.Value, Is.LessThanOrEqualTo(50_000m - held));
    }

    [Test]
    public void Entry_follows_a_limit_that_was_changed()
    {
        var desk = new Desk();
        Desk.Done(desk.Risk.ChangeLimit.Handle(new LimitChange(LimitCatalogue.AssetExposure, 0.01, "less", "ada"), CancellationToken.None));
        var sized = desk.Size(desk.Ask());
        Assert.That(sized.Legs[0].Quantity.Value * sized.Legs[0].ReferencePrice.Value, Is.LessThanOrEqualTo(9_800m));
    }

    [Test]
    public void Entry_in_another_currency_is_counted_in_the_base_currency()
    {
        var desk = new Desk();
        var sized = desk.Size(desk.Ask(pair: "AAA.XNYS~SWI.XSWX"));
        var francs = sized.Legs[1].Quantity.Value * sized.Legs[1].ReferencePrice.Value;
        Assert.Multiple(() =>
        {
            Assert.That(sized.Legs[1].ReferencePrice.Quote, Is.EqualTo(Currency.Chf));
            Assert.That(francs / 1.25m, Is.EqualTo(49_000m).Within(100m));
        });
    }

    [Test]
    public void Measures_tell_every_number_behind_the_size()
    {
        var desk = new Desk();
        Assert.That(
            desk.Size(desk.Ask()).Measures.Select(measure => measure.Name),
            Is.EqualTo(new[] { "kelly", "volatility-target", "asset-room", "book-room", "notional-a" }));
    }

    [Test]
    public void Sized_entry_is_cleared_by_the_verdict()
    {
        var desk = new Desk();
        var sized = desk.Size(desk.Ask());
        desk.Approve(desk.Proposal() with { Legs = [.. sized.Legs.Select(leg => leg.ToContract())] });
        Assert.That(desk.Events.Of<OrderCleared>(), Has.Count.EqualTo(1));
    }
}
