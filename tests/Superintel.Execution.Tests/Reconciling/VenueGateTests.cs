using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Trading;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>
/// A venue that has not been compared since the service began: no order goes there, whoever wants it, and none is lost or doubled once it
/// answers.
/// </summary>
public sealed class VenueGateTests : TwoVenueFixture
{
    [Test]
    public async Task Clearance_with_a_leg_at_a_venue_that_was_not_compared_is_denied_an_exit_too([Values("open", "close")] string intent)
    {
        await Open();
        Stop("binance");
        await Desk.Place.Handle(Cleared(intent: intent), default);
        await Rounds();

        Assert.That(Denials(), Is.EqualTo(new[] { "venue-not-compared" }));
        Assert.That(Desk.Events.Of<OrderDenied>()[0].Detail, Does.Contain("binance").And.Contain("socket closed"));
        Assert.That(Broker.Submitted, Is.Empty);
    }

    [Test]
    public async Task Hedge_is_denied_where_its_venue_was_not_compared_and_goes_where_it_was()
    {
        await Open();
        Stop("binance");
        await Desk.Place.Handle(OneLeg(Pg, Decision(1)), default);
        await Desk.Place.Handle(OneLeg(Ko, Decision(2)), default);
        await Desk.Dispatch.Handle(default);

        Assert.That(Denials(), Is.EqualTo(new[] { "venue-not-compared" }));
        Assert.That(Broker.Submitted.Select(ticket => ticket.Venue), Is.EqualTo(new[] { "paper" }));
    }

    [Test]
    public async Task Order_stored_before_a_stop_waits_for_its_venue_and_leaves_once()
    {
        await Open();
        await Desk.Place.Handle(OneLeg(Pg, Decision()), default);
        Stop("binance");
        await Rounds();
        Assert.That(Broker.Submitted, Is.Empty);

        await Desk.Compare(ReconcileOrders.Open, "binance");
        await Rounds();
        Assert.That(Broker.Submitted.Select(ticket => ticket.Venue), Is.EqualTo(new[] { "binance" }));
    }

    [Test]
    public async Task Order_on_its_way_at_a_stop_is_unknown_until_the_venue_answers_and_is_not_sent_again()
    {
        await Open();
        await Desk.Place.Handle(OneLeg(Pg, Decision()), default);
        var taken = (await Desk.Prepare.Handle(default)).Single().Order;
        Stop("binance");
        var waiting = Desk.Gate.Waiting("binance")!;
        await Desk.Miss.Handle(waiting with { Venue = "ibkr" }, default);
        Assert.That((await Now(taken)).State, Is.EqualTo(OrderState.Submitted), "it is not at that venue");
        await Desk.Miss.Handle(waiting, default);
        await Desk.Miss.Handle(waiting with { Failures = 2 }, default);
        await Rounds();
        Assert.That((await Now(taken)).State, Is.EqualTo(OrderState.Unknown));
        Assert.That(Desk.Events.Of<OrderOutcomeUnknown>(), Has.Count.EqualTo(1));
        Assert.That(Broker.Asked, Is.Empty, "the resolver leaves the venue to its comparison");

        Broker.OnQuery = _ => new QueryOutcome.NotPlaced("the book does not have it");
        await Desk.Compare(ReconcileOrders.Open, "binance");
        await Rounds();
        Assert.That((await Now(taken)).State, Is.EqualTo(OrderState.Rejected));
        Assert.That(Broker.Submitted, Is.Empty);
    }

    [Test]
    public async Task Flattening_is_denied_and_a_halt_takes_back_what_works_there_all_the_same()
    {
        await Open();
        await Desk.Work(Cleared(policy: "cancel-rest"));
        Stop("binance");
        await Desk.Follow.Handle(new TradingStateChanged("reduce-only", true, "", "test", 1, Start), default);
        await Desk.Place.Handle(Cleared(Decision(1), intent: "close"), default);
        await Rounds();
        Assert.That(Denials(), Is.EqualTo(new[] { "venue-not-compared" }));
        Assert.That(Broker.Canceled.Select(order => order.Venue), Is.EqualTo(new[] { "paper" }));

        await Desk.Follow.Handle(new TradingStateChanged("halted", true, "", "test", 2, Start), default);
        await Rounds();
        Assert.That(Broker.Canceled.Select(order => order.Venue), Is.EqualTo(new[] { "paper", "binance" }));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Order_of_a_sender_that_did_not_ask_waits_for_its_venue_and_leaves_once([Values("open", "close")] string intent)
    {
        await Open();
        await Desk.Place.Handle(OneLeg(Pg, Decision()) with { Intent = intent }, default);
        var taken = (await Desk.Prepare.Handle(default)).Single();
        Stop("binance");
        var result = await Desk.Send.Handle(taken, default);
        await Desk.Record.Handle(taken, result, default);

        Assert.That(result.Events.Single(), Is.InstanceOf<BrokerEvent.Deferred>().With.Property("Text").StartsWith("venue-not-compared"));
        Assert.That(((await Now(taken.Order)).State, Broker.Submitted.Count), Is.EqualTo((OrderState.Initialized, 0)));

        await Desk.Compare(ReconcileOrders.Open, "binance");
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await Rounds();
        Assert.That(Broker.Submitted.Select(ticket => ticket.Venue), Is.EqualTo(new[] { "binance" }));
    }
}
