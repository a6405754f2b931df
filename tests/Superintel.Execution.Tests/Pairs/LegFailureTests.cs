using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Pairs;

public sealed class LegFailureTests : OneVenueFixture
{
    [Test]
    public async Task Cancel_rest_when_leg_b_is_rejected_cancels_leg_a_and_fails()
    {
        Broker.OnSubmit = ticket => ticket.Side == Side.Sell ? new SubmitOutcome.Rejected("no-locate", "Not shortable.") : Accept(ticket);
        await Desk.Work(Cleared(policy: "cancel-rest"));

        Assert.That(Broker.Canceled, Has.Count.EqualTo(1));
        Assert.That(Closed().Outcome, Is.EqualTo("failed"));
        Assert.That(Desk.Events.Of<OrderRejected>().Single().Code, Is.EqualTo("no-locate"));
    }

    [Test]
    public async Task Cancel_rest_when_leg_a_was_partly_filled_is_incomplete_and_alerts()
    {
        var cleared = Cleared(policy: "cancel-rest");
        var (a, b) = await Desk.Work(cleared);
        await Desk.Fill(a, 30m, 41m);
        await Desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));

        Assert.That(Closed().Outcome, Is.EqualTo("incomplete"));
        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Does.Contain("pair-incomplete"));
        Assert.That(Desk.Events.Of<OrderSubmitted>(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Unwind_when_leg_b_is_rejected_trades_leg_a_back()
    {
        var cleared = Cleared();
        var (a, b) = await Desk.Work(cleared);
        await Desk.Fill(a, 30m, 41m);
        await Desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        var unwinding = Broker.Submitted[^1];
        Assert.That((unwinding.Side, unwinding.Quantity.Value), Is.EqualTo((Side.Sell, 30m)));
        Assert.That(unwinding.ClientOrderId, Is.EqualTo(ClientOrderId.For(Decision(), 0, 1)));

        await Desk.Fill((await Desk.Orders.Find(unwinding.ClientOrderId, default))!, 30m, 40.5m);

        Assert.That(Closed().Outcome, Is.EqualTo("unwound"));
        Assert.That(await Desk.Ledger.Positions(default), Is.Empty);
    }

    [Test]
    public async Task Unwind_when_everything_is_told_many_times_runs_once()
    {
        var cleared = Cleared();
        var (a, b) = await Desk.Work(cleared);
        var rejected = new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted.");
        for (var repeat = 0; repeat < 5; repeat++)
        {
            await Desk.Fill(a, 30m, 41m, "x1");
            await Desk.Hear(rejected);
            await Desk.Advance.Handle(new ClearanceId(cleared.ClearanceId), default);
        }

        Assert.That(Broker.Submitted, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Unwind_when_it_is_rejected_itself_is_incomplete()
    {
        var (a, b) = await Desk.Work(Cleared());
        await Desk.Fill(a, 30m, 41m);
        Broker.OnSubmit = _ => new SubmitOutcome.Rejected("closed", "Market closed.");
        await Desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));

        Assert.That(Closed().Outcome, Is.EqualTo("incomplete"));
    }

    [Test]
    public async Task Hold_and_alert_when_leg_b_is_rejected_leaves_leg_a_alone()
    {
        var (a, b) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        await Desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        Assert.That(Broker.Canceled, Is.Empty);

        await Desk.Fill(a, 100m, 41m);

        Assert.That(Closed().Outcome, Is.EqualTo("incomplete"));
        Assert.That(Desk.Alerts.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Leg_whose_outcome_is_unknown_holds_the_policy_back_until_the_venue_has_answered()
    {
        Broker.OnSubmit = ticket => ticket.Side == Side.Sell ? new SubmitOutcome.Unknown("timeout") : Accept(ticket);
        var (a, b) = await Desk.Work(Cleared());
        await Desk.Fill(a, 100m, 41m);
        Assert.That(Desk.Events.Of<PairOrderClosed>(), Is.Empty);

        Broker.OnQuery = _ => new QueryOutcome.NotPlaced("absent everywhere");
        await Desk.Ask(ReconcileOrders());
        await Desk.Dispatch.Handle(default);

        Assert.That(Desk.Events.Of<OrderRejected>().Single().Code, Is.EqualTo("not-placed"));
        Assert.That(Broker.Submitted.Count(ticket => ticket.ClientOrderId == b.Intent.ClientOrderId), Is.EqualTo(1));
        Assert.That(Broker.Submitted[^1].Side, Is.EqualTo(Side.Sell));
    }

    [Test]
    public async Task Halt_when_leg_a_is_filled_unwinds_nothing()
    {
        var (a, _) = await Desk.Work(Cleared());
        await Desk.Fill(a, 100m, 41m);
        await Desk.Follow.Handle(new TradingStateChanged("halted", false, "storm", "user", 1, Start), default);
        await Desk.Dispatch.Handle(default);

        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
        Assert.That(Closed().Outcome, Is.EqualTo("incomplete"));
    }

    [Test]
    public async Task Cancel_that_the_venue_refuses_is_not_repeated_and_its_record_is_taken_over()
    {
        var (a, b) = await Desk.Work(Cleared());
        Broker.OnCancel = _ => new CancelOutcome.Refused("Filled.");
        Broker.OnQuery = asked => new QueryOutcome.Found(new BrokerOrder(
            "paper", "paper", asked.ClientOrderId, "v", asked.Instrument, Side.Buy, new Quantity(100m), BrokerOrderStatus.Filled, "",
            [Desk.Execution(a, 100m, 41m, "x1")]));
        await Desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));

        Assert.That(Broker.Canceled, Has.Count.EqualTo(1));
        Assert.That((await Desk.Orders.Find(a.Intent.ClientOrderId, default))!.State, Is.EqualTo(OrderState.Filled));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(3), "the filled leg is traded back");
    }

    [Test]
    public async Task Late_fill_after_cancel_is_applied_and_alerted()
    {
        var cleared = Cleared(policy: "cancel-rest");
        var (a, b) = await Desk.Work(cleared);
        await Desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        var outcome = await Desk.Fill(a, 40m, 41m);

        Assert.That(outcome, Is.EqualTo(ApplyOutcome.AppliedLate));
        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Is.EqualTo(new[] { "late-fill" }));
        Assert.That((await Desk.FillsOf(a)).Single().Quantity.Value, Is.EqualTo(40m));
        Assert.That((await Desk.Pair(cleared)).Status, Is.EqualTo(PairStatus.Closed));
    }

    [Test]
    public async Task Word_of_an_order_that_is_not_ours_is_reported_and_changes_nothing()
    {
        var outcome = await Desk.Hear(new BrokerEvent.Accepted(new ClientOrderId("manual-1"), Start, "v"));

        Assert.That(outcome, Is.EqualTo(ApplyOutcome.Foreign));
        Assert.That(Desk.Alerts.All.Single().Code, Is.EqualTo("foreign-order"));
    }

    private static SubmitOutcome.Accepted Accept(OrderTicket ticket) => new("v-" + ticket.ClientOrderId);

    private static IReadOnlyCollection<OrderState> ReconcileOrders() => Reconciliation.ReconcileOrders.Unresolved;

    private PairOrderClosed Closed() => Desk.Events.Of<PairOrderClosed>().Single();
}
