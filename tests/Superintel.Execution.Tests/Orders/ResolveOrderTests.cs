using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Resolving;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Orders;

/// <summary>A person's word on an order that its venue cannot tell of.</summary>
public sealed class ResolveOrderTests : OneVenueFixture
{
    private Order a = null!;
    private Order b = null!;

    [SetUp]
    public async Task Work() => (a, b) = await Desk.Work(Cleared(intent: "close"));

    protected override ScriptedBroker Script() => new()
    {
        OnSubmit = ticket => ticket.Side == Side.Sell ? new SubmitOutcome.Unknown("timeout") : new SubmitOutcome.Accepted("v"),
    };

    [Test]
    public async Task Lost_order_that_a_person_resolves_lets_its_pair_and_its_instrument_go_on(
        [Values] OrderVerdict verdict)
    {
        Assert.That(await Say(b, verdict), Is.InstanceOf<ResolveOutcome.Resolved>());
        await Desk.Dispatch.Handle(default);

        var told = Desk.Events.Of<OrderResolved>().Single();
        Assert.That((told.By, told.Reason, told.VenueAnswer), Is.EqualTo(("sue", "seen in the portal", "not scripted")));
        Assert.That((await Desk.Orders.Find(b.Intent.ClientOrderId, default))!.IsSettled, Is.True);
        Assert.That(Desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
        await Desk.Place.Handle(Cleared(Decision(1), intent: "close"), default);
        Assert.That(Desk.Events.Of<OrderDenied>(), Is.Empty);
    }

    [Test]
    public async Task Venue_that_can_tell_is_believed_before_a_person()
    {
        Broker.OnQuery = asked => new QueryOutcome.Found(new BrokerOrder(
            "paper", "paper", asked.ClientOrderId, "v", asked.Instrument, Side.Sell, new Quantity(50m), BrokerOrderStatus.Working, "", []));

        Assert.That(await Say(b, OrderVerdict.NotPlaced), Is.InstanceOf<ResolveOutcome.VenueKnows>());
        Assert.That(Desk.Events.Of<OrderResolved>(), Is.Empty);
    }

    [Test]
    public async Task Order_that_the_venue_has_shown_was_placed_and_one_that_is_settled_is_left_alone()
    {
        Assert.That(await Say(a, OrderVerdict.NotPlaced), Is.InstanceOf<ResolveOutcome.WasPlaced>());
        await Desk.Fill(a, 100m, 41m);
        Assert.That(await Say(a, OrderVerdict.Canceled), Is.InstanceOf<ResolveOutcome.NothingOpen>());
        Assert.That(await new ResolveOrder(Broker, Desk.Orders, Desk.Apply, Desk.Advance, Desk.Events, Desk.Clock)
            .Handle(new ClientOrderId("none"), OrderVerdict.Expired, "sue", "why", default), Is.InstanceOf<ResolveOutcome.NotFound>());
    }

    [Test]
    public async Task Fill_after_a_person_said_not_placed_is_applied_and_alerted()
    {
        await Say(b, OrderVerdict.NotPlaced);
        await Desk.Fill(b, 50m, 80m);

        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Does.Contain("late-fill"));
        Assert.That((await Desk.Ledger.Positions(default)).Single().Quantity, Is.EqualTo(-50m));
    }

    private Task<ResolveOutcome> Say(Order order, OrderVerdict verdict) =>
        new ResolveOrder(Broker, Desk.Orders, Desk.Apply, Desk.Advance, Desk.Events, Desk.Clock)
            .Handle(order.Intent.ClientOrderId, verdict, "sue", "seen in the portal", default);
}
