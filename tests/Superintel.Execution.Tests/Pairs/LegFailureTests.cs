using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Pairs;

public sealed class LegFailureTests
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
    public async Task Cancel_rest_when_leg_b_is_rejected_cancels_leg_a_and_fails()
    {
        broker.OnSubmit = ticket => ticket.Side == Side.Sell ? new SubmitOutcome.Rejected("no-locate", "Not shortable.") : Accept(ticket);
        await desk.Work(Cleared(policy: "cancel-rest"));

        Assert.That(broker.Canceled, Has.Count.EqualTo(1));
        Assert.That(Closed().Outcome, Is.EqualTo("failed"));
        Assert.That(desk.Events.Of<OrderRejected>().Single().Code, Is.EqualTo("no-locate"));
    }

    [Test]
    public async Task Cancel_rest_when_leg_a_was_partly_filled_is_incomplete_and_alerts()
    {
        var cleared = Cleared(policy: "cancel-rest");
        var (a, b) = await desk.Work(cleared);
        await desk.Fill(a, 30m, 41m);
        await desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));

        Assert.That(Closed().Outcome, Is.EqualTo("incomplete"));
        Assert.That(desk.Alerts.All.Select(alert => alert.Code), Does.Contain("pair-incomplete"));
        Assert.That(desk.Events.Of<OrderSubmitted>(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Unwind_when_leg_b_is_rejected_trades_leg_a_back()
    {
        var cleared = Cleared();
        var (a, b) = await desk.Work(cleared);
        await desk.Fill(a, 30m, 41m);
        await desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        var unwinding = broker.Submitted[^1];
        Assert.That((unwinding.Side, unwinding.Quantity.Value), Is.EqualTo((Side.Sell, 30m)));
        Assert.That(unwinding.ClientOrderId, Is.EqualTo(ClientOrderId.For(Decision(), 0, 1)));

        await desk.Fill((await desk.Orders.Find(unwinding.ClientOrderId, default))!, 30m, 40.5m);

        Assert.That(Closed().Outcome, Is.EqualTo("unwound"));
        Assert.That(await desk.Ledger.Positions(default), Is.Empty);
    }

    [Test]
    public async Task Unwind_when_everything_is_told_many_times_runs_once()
    {
        var cleared = Cleared();
        var (a, b) = await desk.Work(cleared);
        var rejected = new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted.");
        for (var repeat = 0; repeat < 5; repeat++)
        {
            await desk.Fill(a, 30m, 41m, "x1");
            await desk.Hear(rejected);
            await desk.Advance.Handle(new ClearanceId(cleared.ClearanceId), default);
        }

        Assert.That(broker.Submitted, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Unwind_when_it_is_rejected_itself_is_incomplete()
    {
        var (a, b) = await desk.Work(Cleared());
        await desk.Fill(a, 30m, 41m);
        broker.OnSubmit = _ => new SubmitOutcome.Rejected("closed", "Market closed.");
        await desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));

        Assert.That(Closed().Outcome, Is.EqualTo("incomplete"));
    }

    [Test]
    public async Task Hold_and_alert_when_leg_b_is_rejected_leaves_leg_a_alone()
    {
        var (a, b) = await desk.Work(Cleared(policy: "hold-and-alert"));
        await desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        Assert.That(broker.Canceled, Is.Empty);

        await desk.Fill(a, 100m, 41m);

        Assert.That(Closed().Outcome, Is.EqualTo("incomplete"));
        Assert.That(desk.Alerts.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Leg_whose_outcome_is_unknown_holds_the_policy_back_until_the_venue_has_answered()
    {
        broker.OnSubmit = ticket => ticket.Side == Side.Sell ? new SubmitOutcome.Unknown("timeout") : Accept(ticket);
        var (a, b) = await desk.Work(Cleared());
        await desk.Fill(a, 100m, 41m);
        Assert.That(desk.Events.Of<PairOrderClosed>(), Is.Empty);

        broker.OnQuery = _ => new QueryOutcome.NotPlaced("absent everywhere");
        await desk.Ask(ReconcileOrders());
        await desk.Dispatch.Handle(default);

        Assert.That(desk.Events.Of<OrderRejected>().Single().Code, Is.EqualTo("not-placed"));
        Assert.That(broker.Submitted.Count(ticket => ticket.ClientOrderId == b.Intent.ClientOrderId), Is.EqualTo(1));
        Assert.That(broker.Submitted[^1].Side, Is.EqualTo(Side.Sell));
    }

    [Test]
    public async Task Halt_when_leg_a_is_filled_unwinds_nothing()
    {
        var (a, _) = await desk.Work(Cleared());
        await desk.Fill(a, 100m, 41m);
        await desk.Follow.Handle(new TradingStateChanged("halted", false, "storm", "user", 1, Start), default);
        await desk.Dispatch.Handle(default);

        Assert.That(broker.Submitted, Has.Count.EqualTo(2));
        Assert.That(Closed().Outcome, Is.EqualTo("incomplete"));
    }

    [Test]
    public async Task Cancel_that_the_venue_refuses_is_not_repeated_and_its_record_is_taken_over()
    {
        var (a, b) = await desk.Work(Cleared());
        broker.OnCancel = _ => new CancelOutcome.Refused("Filled.");
        broker.OnQuery = asked => new QueryOutcome.Found(new BrokerOrder(
            "paper", "paper", asked.ClientOrderId, "v", asked.Instrument, Side.Buy, new Quantity(100m), BrokerOrderStatus.Filled, "",
            [desk.Execution(a, 100m, 41m, "x1")]));
        await desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));

        Assert.That(broker.Canceled, Has.Count.EqualTo(1));
        Assert.That((await desk.Orders.Find(a.Intent.ClientOrderId, default))!.State, Is.EqualTo(OrderState.Filled));
        Assert.That(broker.Submitted, Has.Count.EqualTo(3), "the filled leg is traded back");
    }

    [Test]
    public async Task Late_fill_after_cancel_is_applied_and_alerted()
    {
        var cleared = Cleared(policy: "cancel-rest");
        var (a, b) = await desk.Work(cleared);
        await desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        var outcome = await desk.Fill(a, 40m, 41m);

        Assert.That(outcome, Is.EqualTo(ApplyOutcome.AppliedLate));
        Assert.That(desk.Alerts.All.Select(alert => alert.Code), Is.EqualTo(new[] { "late-fill" }));
        Assert.That((await desk.FillsOf(a)).Single().Quantity.Value, Is.EqualTo(40m));
        Assert.That((await desk.Pair(cleared)).Status, Is.EqualTo(PairStatus.Closed));
    }

    [Test]
    public async Task Word_of_an_order_that_is_not_ours_is_reported_and_changes_nothing()
    {
        var outcome = await desk.Hear(new BrokerEvent.Accepted(new ClientOrderId("manual-1"), Start, "v"));

        Assert.That(outcome, Is.EqualTo(ApplyOutcome.Foreign));
        Assert.That(desk.Alerts.All.Single().Code, Is.EqualTo("foreign-order"));
    }

    private static SubmitOutcome.Accepted Accept(OrderTicket ticket) => new("v-" + ticket.ClientOrderId);

    private static IReadOnlyCollection<OrderState> ReconcileOrders() => Reconciliation.ReconcileOrders.Unresolved;

    private PairOrderClosed Closed() => desk.Events.Of<PairOrderClosed>().Single();
}
