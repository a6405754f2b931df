using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>Execution stops at each point between an intent and its outcome, and starts again.</summary>
public sealed class CrashTests
{
    private ScriptedBroker broker = null!;
    private Desk desk = null!;

    [SetUp]
    public async Task Open()
    {
        broker = new ScriptedBroker();
        desk = await Desk.Open(broker);
    }

    [Test]
    public async Task Order_stored_and_not_taken_up_is_sent_after_the_restart()
    {
        await desk.Place.Handle(Cleared(), default);
        await Restart();

        Assert.That(broker.Asked, Is.Empty);
        Assert.That(broker.Submitted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Order_taken_up_that_never_reached_the_venue_is_asked_for_and_not_sent_again()
    {
        await desk.Place.Handle(Cleared(), default);
        await desk.Prepare.Handle(default);
        broker.OnQuery = _ => new QueryOutcome.NotPlaced("the book does not have it");
        await Restart();

        Assert.That(broker.Submitted, Is.Empty);
        Assert.That(desk.Events.Of<OrderRejected>().Select(o => o.Code), Is.EqualTo(new[] { "not-placed", "not-placed" }));
        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
    }

    [Test]
    public async Task Order_that_reached_the_venue_unseen_is_adopted_with_its_fills()
    {
        var cleared = Cleared();
        await desk.Place.Handle(cleared, default);
        foreach (var dispatch in await desk.Prepare.Handle(default)) await desk.Send.Handle(dispatch, default);
        var (a, b) = await desk.Legs(cleared);
        broker.OnQuery = asked => new QueryOutcome.Found(AtVenue(asked, asked.ClientOrderId == a.Intent.ClientOrderId ? a : b));
        await Restart();

        Assert.That(broker.Submitted, Has.Count.EqualTo(2));
        Assert.That(desk.Events.Of<OrderAccepted>(), Has.Count.EqualTo(2));
        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("completed"));
    }

    [Test]
    public async Task Order_whose_venue_cannot_be_asked_becomes_unknown_and_stays_so()
    {
        await desk.Place.Handle(Cleared(), default);
        await desk.Prepare.Handle(default);
        await Restart();
        await Restart();

        Assert.That((await desk.Legs(Cleared())).A.State, Is.EqualTo(OrderState.Unknown));
        Assert.That(desk.Events.Of<OrderOutcomeUnknown>(), Has.Count.EqualTo(2));
        Assert.That(broker.Submitted, Is.Empty);
    }

    [Test]
    public async Task Venue_that_breaks_in_the_middle_of_a_submission_leaves_the_outcome_unknown()
    {
        broker.OnSubmit = _ => throw new BrokerUnavailableException("socket closed");
        await desk.Work(Cleared());

        Assert.That(desk.Events.Of<OrderOutcomeUnknown>().Select(o => o.Cause), Is.EqualTo(new[] { "socket closed", "socket closed" }));
        Assert.That(desk.Events.Of<OrderRejected>(), Is.Empty);
    }

    [Test]
    public async Task Restart_when_nothing_happened_meanwhile_sends_and_tells_nothing([Range(1, 5)] int restarts)
    {
        var (a, b) = await desk.Work(Cleared());
        broker.OnQuery = asked => new QueryOutcome.Found(AtVenue(asked, asked.ClientOrderId == a.Intent.ClientOrderId ? a : b) with
        {
            Status = BrokerOrderStatus.Working,
            Fills = [],
        });
        var told = desk.Events.All.Count;
        for (var i = 0; i < restarts; i++) await Restart();

        Assert.That((broker.Submitted.Count, desk.Events.All.Count), Is.EqualTo((2, told)));
    }

    [Test]
    public async Task Position_that_the_venue_does_not_show_blocks_its_instrument_and_keeps_the_time()
    {
        var (a, _) = await desk.Work(Cleared());
        await desk.Fill(a, 100m, 41m);
        var first = await desk.ComparePositions();
        desk.Clock.Advance(TimeSpan.FromDays(1));
        var second = await desk.ComparePositions();

        Assert.That(first.Single(), Is.EqualTo(second.Single()));
        Assert.That((first[0].Instrument, first[0].Ours, first[0].Theirs), Is.EqualTo((Pair.A, 100m, 0m)));
    }

    [Test]
    public async Task Position_that_agrees_again_is_not_blocked_any_more()
    {
        var (a, _) = await desk.Work(Cleared());
        await desk.Fill(a, 100m, 41m);
        await desk.ComparePositions();
        broker.Book = new BrokerSnapshot([], [new BrokerPosition("paper", "paper", Pair.A, 100m)]);

        Assert.That(await desk.ComparePositions(), Is.Empty);
        Assert.That(await desk.Blocked.All(default), Is.Empty);
    }

    private async Task Restart()
    {
        await desk.Ask(ReconcileOrders.Open);
        await desk.Dispatch.Handle(default);
    }

    private BrokerOrder AtVenue(OrderReference asked, Order order) => new(
        "paper", "paper", asked.ClientOrderId, "v-" + asked.ClientOrderId, asked.Instrument, order.Intent.Side, order.Intent.Quantity,
        BrokerOrderStatus.Filled, "", [desk.Execution(order, order.Intent.Quantity.Value, 40m, "x-" + asked.ClientOrderId)]);
}
