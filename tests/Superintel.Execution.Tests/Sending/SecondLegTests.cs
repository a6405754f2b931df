using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Resolving;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>Both legs are taken up at once, and what became of the first is known before the second is called out.</summary>
public sealed class SecondLegTests
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
    public async Task Second_leg_does_not_leave_when_the_first_was_refused(
        [Values("unwind", "cancel-rest")] string policy, [Values("open", "close")] string intent)
    {
        broker.OnSubmit = ticket => ticket.Side == Side.Buy ? new SubmitOutcome.Rejected("no-margin", "Too much.") : Accept(ticket);
        var (a, b) = await desk.Work(Cleared(policy: policy, intent: intent));

        Assert.That(broker.Submitted.Select(ticket => ticket.ClientOrderId), Is.EqualTo(new[] { a.Intent.ClientOrderId }));
        Assert.That(desk.Events.Of<OrderRejected>().Select(told => told.Code), Is.EqualTo(new[] { "no-margin", "not-placed" }));
        Assert.That((b.State, b.IsSettled), Is.EqualTo((OrderState.Rejected, true)));
        Assert.That(b.Progress.Text, Does.Contain("Too much."));
        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
        Assert.That(broker.Canceled, Is.Empty);
    }

    [Test]
    public async Task Second_leg_leaves_under_hold_and_alert_whatever_became_of_the_first()
    {
        broker.OnSubmit = ticket => ticket.Side == Side.Buy ? new SubmitOutcome.Rejected("no-margin", "Too much.") : Accept(ticket);
        var (_, b) = await desk.Work(Cleared(policy: "hold-and-alert"));

        Assert.That(b.State, Is.EqualTo(OrderState.Accepted));
    }

    [Test]
    public async Task Second_leg_does_not_leave_when_the_first_was_ended_with_a_part_filled()
    {
        var cleared = Cleared();
        await desk.Place.Handle(cleared, default);
        var batch = await desk.Prepare.Handle(default);
        await desk.Record.Handle(batch[0], await desk.Send.Handle(batch[0], default), default);
        var (a, _) = await desk.Legs(cleared);
        await desk.Apply.Handle(desk.Execution(a, 30m, 41m, "x1"), default);
        broker.Note(desk.Execution(a, 30m, 41m, "x1"));
        await desk.Apply.Handle(new BrokerEvent.Expired(a.Intent.ClientOrderId, Start, "No more to be had."), default);
        broker.Note(new BrokerEvent.Expired(a.Intent.ClientOrderId, Start, "No more to be had."));
        await desk.Record.Handle(batch[1], await desk.Send.Handle(batch[1], default), default);
        await desk.Dispatch.Handle(default);

        Assert.That(broker.Submitted.Select(ticket => (ticket.Instrument.ToString(), ticket.Side, ticket.Quantity.Value)),
            Is.EqualTo(new[] { (Ko, Side.Buy, 100m), (Ko, Side.Sell, 30m) }));
    }

    [Test]
    public async Task Order_that_a_person_resolved_while_the_batch_was_on_its_way_does_not_leave([Values] OrderVerdict verdict)
    {
        var cleared = Cleared(policy: "hold-and-alert");
        await desk.Place.Handle(cleared, default);
        var batch = await desk.Prepare.Handle(default);
        await desk.Record.Handle(batch[0], await desk.Send.Handle(batch[0], default), default);
        await new ResolveOrder(broker, desk.Orders, desk.Apply, desk.Advance, desk.Events, desk.Clock)
            .Handle(batch[1].Order.Intent.ClientOrderId, verdict, "sue", "it hung", default);
        var before = desk.Events.All.Count;
        await desk.Record.Handle(batch[1], await desk.Send.Handle(batch[1], default), default);

        Assert.That(broker.Submitted, Has.Count.EqualTo(1));
        Assert.That(desk.Events.All, Has.Count.EqualTo(before), "there is no more to say of it");
    }

    [Test]
    public async Task Unwinding_that_another_instance_took_over_is_not_sent_by_the_one_that_lost_its_lease()
    {
        var (a, b) = await desk.Work(Cleared());
        await desk.Fill(a, 30m, 41m);
        await desk.Apply.Handle(new BrokerEvent.Canceled(a.Intent.ClientOrderId, Start, "done"), default);
        broker.Note(new BrokerEvent.Canceled(a.Intent.ClientOrderId, Start, "done"));
        await desk.Apply.Handle(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."), default);
        broker.Note(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        await desk.Tend.Handle(default);
        var unwinding = (await desk.Prepare.Handle(default)).OfType<Execution.Dispatch.Submit>().Single();
        Assert.That(unwinding.Order.Intent.Purpose, Is.EqualTo(OrderPurpose.Unwind));
        await desk.Apply.Handle(new BrokerEvent.Accepted(unwinding.Order.Intent.ClientOrderId, Start, "v"), default);
        var result = await desk.Send.Handle(unwinding, default);

        Assert.That((result.Reached, result.Events.Length, broker.Submitted.Count), Is.EqualTo((false, 0, 2)));
    }

    private static SubmitOutcome.Accepted Accept(OrderTicket ticket) => new("v-" + ticket.ClientOrderId);
}
