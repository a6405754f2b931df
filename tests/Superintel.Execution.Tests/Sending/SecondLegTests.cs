using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Resolving;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>Both legs are taken up at once, and what became of the first is known before the second is called out.</summary>
public sealed class SecondLegTests : OneVenueFixture
{
    [Test]
    public async Task Second_leg_does_not_leave_when_the_first_was_refused(
        [Values("unwind", "cancel-rest")] string policy, [Values("open", "close")] string intent)
    {
        Broker.OnSubmit = ticket => ticket.Side == Side.Buy ? new SubmitOutcome.Rejected("no-margin", "Too much.") : Accept(ticket);
        var (a, b) = await Desk.Work(Cleared(policy: policy, intent: intent));

        Assert.That(Broker.Submitted.Select(ticket => ticket.ClientOrderId), Is.EqualTo(new[] { a.Intent.ClientOrderId }));
        Assert.That(Desk.Events.Of<OrderRejected>().Select(told => told.Code), Is.EqualTo(new[] { "no-margin", "not-placed" }));
        Assert.That((b.State, b.IsSettled), Is.EqualTo((OrderState.Rejected, true)));
        Assert.That(b.Progress.Text, Does.Contain("Too much."));
        Assert.That(Desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
        Assert.That(Broker.Canceled, Is.Empty);
    }

    [Test]
    public async Task Second_leg_leaves_under_hold_and_alert_whatever_became_of_the_first()
    {
        Broker.OnSubmit = ticket => ticket.Side == Side.Buy ? new SubmitOutcome.Rejected("no-margin", "Too much.") : Accept(ticket);
        var (_, b) = await Desk.Work(Cleared(policy: "hold-and-alert"));

        Assert.That(b.State, Is.EqualTo(OrderState.Accepted));
    }

    [Test]
    public async Task Second_leg_does_not_leave_when_the_first_was_ended_with_a_part_filled()
    {
        var cleared = Cleared();
        await Desk.Place.Handle(cleared, default);
        var batch = await Desk.Prepare.Handle(default);
        await Desk.Record.Handle(batch[0], await Desk.Send.Handle(batch[0], default), default);
        var (a, _) = await Desk.Legs(cleared);
        await Desk.Apply.Handle(Desk.Execution(a, 30m, 41m, "x1"), default);
        Broker.Note(Desk.Execution(a, 30m, 41m, "x1"));
        await Desk.Apply.Handle(new BrokerEvent.Expired(a.Intent.ClientOrderId, Start, "No more to be had."), default);
        Broker.Note(new BrokerEvent.Expired(a.Intent.ClientOrderId, Start, "No more to be had."));
        await Desk.Record.Handle(batch[1], await Desk.Send.Handle(batch[1], default), default);
        await Desk.Dispatch.Handle(default);

        Assert.That(Broker.Submitted.Select(ticket => (ticket.Instrument.ToString(), ticket.Side, ticket.Quantity.Value)),
            Is.EqualTo(new[] { (Ko, Side.Buy, 100m), (Ko, Side.Sell, 30m) }));
    }

    [Test]
    public async Task Order_that_a_person_resolved_while_the_batch_was_on_its_way_does_not_leave([Values] OrderVerdict verdict)
    {
        var cleared = Cleared(policy: "hold-and-alert");
        await Desk.Place.Handle(cleared, default);
        var batch = await Desk.Prepare.Handle(default);
        await Desk.Record.Handle(batch[0], await Desk.Send.Handle(batch[0], default), default);
        await new ResolveOrder(Broker, Desk.Orders, Desk.Apply, Desk.Advance, Desk.Events, Desk.Clock)
            .Handle(batch[1].Order.Intent.ClientOrderId, verdict, "sue", "it hung", default);
        var before = Desk.Events.All.Count;
        await Desk.Record.Handle(batch[1], await Desk.Send.Handle(batch[1], default), default);

        Assert.That(Broker.Submitted, Has.Count.EqualTo(1));
        Assert.That(Desk.Events.All, Has.Count.EqualTo(before), "there is no more to say of it");
    }

    [Test]
    public async Task Unwinding_that_another_instance_took_over_is_not_sent_by_the_one_that_lost_its_lease()
    {
        var (a, b) = await Desk.Work(Cleared());
        await Desk.Fill(a, 30m, 41m);
        await Desk.Apply.Handle(new BrokerEvent.Canceled(a.Intent.ClientOrderId, Start, "done"), default);
        Broker.Note(new BrokerEvent.Canceled(a.Intent.ClientOrderId, Start, "done"));
        await Desk.Apply.Handle(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."), default);
        Broker.Note(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        await Desk.Tend.Handle(default);
        var unwinding = (await Desk.Prepare.Handle(default)).OfType<Execution.Dispatch.Submit>().Single();
        Assert.That(unwinding.Order.Intent.Purpose, Is.EqualTo(OrderPurpose.Unwind));
        await Desk.Apply.Handle(new BrokerEvent.Accepted(unwinding.Order.Intent.ClientOrderId, Start, "v"), default);
        var result = await Desk.Send.Handle(unwinding, default);

        Assert.That((result.Reached, result.Events.Length, Broker.Submitted.Count), Is.EqualTo((false, 0, 2)));
    }

    private static SubmitOutcome.Accepted Accept(OrderTicket ticket) => new("v-" + ticket.ClientOrderId);
}
