using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>Execution stops at each point between an intent and its outcome, and starts again.</summary>
public sealed class CrashTests : OneVenueFixture
{
    [Test]
    public async Task Order_stored_and_not_taken_up_is_sent_after_the_restart()
    {
        await Desk.Place.Handle(Cleared(), default);
        await Restart();

        Assert.That(Broker.Asked, Is.Empty);
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Order_taken_up_that_never_reached_the_venue_is_asked_for_and_not_sent_again()
    {
        await Desk.Place.Handle(Cleared(), default);
        await Desk.Prepare.Handle(default);
        Broker.OnQuery = _ => new QueryOutcome.NotPlaced("the book does not have it");
        await Restart();

        Assert.That(Broker.Submitted, Is.Empty);
        Assert.That(Desk.Events.Of<OrderRejected>().Select(o => o.Code), Is.EqualTo(new[] { "not-placed", "not-placed" }));
        Assert.That(Desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
    }

    [Test]
    public async Task Order_that_reached_the_venue_unseen_is_adopted_with_its_fills()
    {
        var cleared = Cleared();
        await Desk.Place.Handle(cleared, default);
        foreach (var dispatch in await Desk.Prepare.Handle(default)) await Desk.Send.Handle(dispatch, default);
        var (a, b) = await Desk.Legs(cleared);
        Broker.OnQuery = asked => new QueryOutcome.Found(AtVenue(asked, asked.ClientOrderId == a.Intent.ClientOrderId ? a : b));
        await Restart();

        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
        Assert.That(Desk.Events.Of<OrderAccepted>(), Has.Count.EqualTo(2));
        Assert.That(Desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("completed"));
    }

    [Test]
    public async Task Order_whose_venue_cannot_be_asked_becomes_unknown_and_stays_so()
    {
        await Desk.Place.Handle(Cleared(), default);
        await Desk.Prepare.Handle(default);
        await Restart();
        await Restart();

        Assert.That((await Desk.Legs(Cleared())).A.State, Is.EqualTo(OrderState.Unknown));
        Assert.That(Desk.Events.Of<OrderOutcomeUnknown>(), Has.Count.EqualTo(2));
        Assert.That(Broker.Submitted, Is.Empty);
    }

    [Test]
    public async Task Venue_that_breaks_in_the_middle_of_a_submission_leaves_the_outcome_unknown()
    {
        Broker.OnSubmit = _ => throw new BrokerUnavailableException("socket closed");
        await Desk.Work(Cleared());

        Assert.That(Desk.Events.Of<OrderOutcomeUnknown>().Select(o => o.Cause), Is.EqualTo(new[] { "socket closed", "socket closed" }));
        Assert.That(Desk.Events.Of<OrderRejected>(), Is.Empty);
    }

    [Test]
    public async Task Restart_when_nothing_happened_meanwhile_sends_and_tells_nothing([Range(1, 5)] int restarts)
    {
        var (a, b) = await Desk.Work(Cleared());
        Broker.OnQuery = asked => new QueryOutcome.Found(AtVenue(asked, asked.ClientOrderId == a.Intent.ClientOrderId ? a : b) with
        {
            Status = BrokerOrderStatus.Working,
            Fills = [],
        });
        var told = Desk.Events.All.Count;
        for (var i = 0; i < restarts; i++) await Restart();

        Assert.That((Broker.Submitted.Count, Desk.Events.All.Count), Is.EqualTo((2, told)));
    }

    [Test]
    public async Task Position_that_the_venue_does_not_show_blocks_its_instrument_and_keeps_the_time()
    {
        var (a, _) = await Desk.Work(Cleared());
        await Desk.Fill(a, 100m, 41m);
        var first = await Desk.ComparePositions();
        Desk.Clock.Advance(TimeSpan.FromDays(1));
        var second = await Desk.ComparePositions();

        Assert.That(first.Single(), Is.EqualTo(second.Single()));
        Assert.That((first[0].Instrument, first[0].Ours, first[0].Theirs), Is.EqualTo((Pair.A, 100m, 0m)));
    }

    [Test]
    public async Task Position_that_agrees_again_is_not_blocked_any_more()
    {
        var (a, _) = await Desk.Work(Cleared());
        await Desk.Fill(a, 100m, 41m);
        await Desk.ComparePositions();
        Broker.Book = new BrokerSnapshot([], [new BrokerPosition("paper", "paper", Pair.A, 100m)]);

        Assert.That(await Desk.ComparePositions(), Is.Empty);
        Assert.That(await Desk.Blocked.All(default), Is.Empty);
    }

    private async Task Restart()
    {
        await Desk.Ask(ReconcileOrders.Open);
        await Desk.Dispatch.Handle(default);
    }

    private BrokerOrder AtVenue(OrderReference asked, Order order) => new(
        "paper", "paper", asked.ClientOrderId, "v-" + asked.ClientOrderId, asked.Instrument, order.Intent.Side, order.Intent.Quantity,
        BrokerOrderStatus.Filled, "", [Desk.Execution(order, order.Intent.Quantity.Value, 40m, "x-" + asked.ClientOrderId)]);
}
