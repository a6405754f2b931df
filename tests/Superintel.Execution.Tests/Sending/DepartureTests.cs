using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>Between an order's admission and its departure the world goes on.</summary>
public sealed class DepartureTests
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
    public async Task Stored_orders_do_not_leave_a_halted_desk([Values("unwind", "cancel-rest", "hold-and-alert")] string policy)
    {
        await desk.Place.Handle(Cleared(policy: policy), default);
        await desk.Control.Set(new TradingControl(TradingState.Halted, 1), default); // as a halt that came without an event
        await desk.Dispatch.Handle(default);

        Assert.That(broker.Submitted, Is.Empty);
        Assert.That(desk.Events.Of<OrderClosed>().Select(told => told.Status), Is.EqualTo(new[] { "canceled", "canceled" }));
        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
    }

    [Test]
    public async Task Halt_in_the_middle_of_a_batch_stops_the_rest_of_it_with_proof()
    {
        var cleared = Cleared();
        await desk.Place.Handle(cleared, default);
        var batch = await desk.Prepare.Handle(default);
        await desk.Record.Handle(batch[0], await desk.Send.Handle(batch[0], default), default);
        await desk.Control.Set(new TradingControl(TradingState.Halted, 1), default);
        await desk.Record.Handle(batch[1], await desk.Send.Handle(batch[1], default), default);
        await desk.Dispatch.Handle(default);

        var (a, b) = await desk.Legs(cleared);
        Assert.That(broker.Submitted, Has.Count.EqualTo(1));
        Assert.That((a.State, b.State), Is.EqualTo((OrderState.Canceled, OrderState.Rejected)));
        Assert.That(desk.Events.Of<OrderRejected>().Single().Code, Is.EqualTo("not-placed"));
    }

    [Test]
    public async Task Entry_whose_clearance_ran_out_before_it_left_ends_and_an_exit_goes([Values("open", "close")] string intent)
    {
        await desk.Place.Handle(Cleared(intent: intent), default);
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.Dispatch.Handle(default);

        Assert.That(broker.Submitted, Has.Count.EqualTo(intent == "open" ? 0 : 2));
        Assert.That(desk.Events.Of<PairOrderClosed>(), Has.Count.EqualTo(intent == "open" ? 1 : 0));
    }

    [Test]
    public async Task Venue_that_is_away_by_plan_is_tried_again_until_it_is_back()
    {
        broker.OnSubmit = _ => new SubmitOutcome.Deferred("nightly-reset", "IB is away by plan; nothing left.");
        var cleared = Cleared();
        var (a, b) = await desk.Work(cleared);
        Assert.That((a.State, b.State), Is.EqualTo((OrderState.Initialized, OrderState.Initialized)));
        Assert.That(broker.Submitted, Has.Count.EqualTo(1), "a leg does not go ahead of one that cannot");
        await desk.Dispatch.Handle(default);
        Assert.That(broker.Submitted, Has.Count.EqualTo(1), "and not at once");

        broker.OnSubmit = ticket => new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.Dispatch.Handle(default);

        (a, b) = await desk.Legs(cleared);
        Assert.That((a.State, b.State), Is.EqualTo((OrderState.Accepted, OrderState.Accepted)));
        Assert.That(broker.Submitted.Select(ticket => ticket.ClientOrderId).Distinct(), Has.Exactly(2).Items);
    }

    [Test]
    public async Task Entry_that_is_deferred_past_its_clearance_ends_with_nothing_sent()
    {
        broker.OnSubmit = _ => new SubmitOutcome.Deferred("weekly-login", "IB is away by plan; nothing left.");
        await desk.Work(Cleared());
        for (var minute = 0; minute < 6; minute++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await desk.Dispatch.Handle(default);
        }

        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
        Assert.That(desk.Events.Of<OrderOutcomeUnknown>(), Is.Empty);
    }

    [Test]
    public async Task Unwinding_that_meets_an_outage_is_done_after_it()
    {
        var (a, b) = await desk.Work(Cleared());
        await desk.Fill(a, 30m, 41m);
        broker.OnSubmit = _ => new SubmitOutcome.Deferred("nightly-reset", "IB is away by plan; nothing left.");
        await desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.Dispatch.Handle(default);
        Assert.That(desk.Events.Of<PairOrderClosed>(), Is.Empty);

        broker.OnSubmit = ticket => new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Dispatch.Handle(default);
        await desk.Fill((await desk.Orders.Find(ClientOrderId.For(Decision(), 0, 1), default))!, 30m, 41m);

        Assert.That(desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("unwound"));
    }

    [Test]
    public async Task Admitted_order_waits_while_another_pair_s_order_in_its_instrument_is_unknown()
    {
        broker.OnSubmit = ticket => ticket.Instrument == InstrumentId.Parse(Ko)
            ? new SubmitOutcome.Unknown("timeout")
            : new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        await desk.Place.Handle(Cleared(Decision(0)), default);
        await desk.Place.Handle(Cleared(Decision(1)), default);
        await desk.Dispatch.Handle(default);

        var first = await desk.Legs(Cleared(Decision(0)));
        var second = await desk.Legs(Cleared(Decision(1)));
        Assert.That(first.A.State, Is.EqualTo(OrderState.Unknown));
        Assert.That((second.A.State, second.B.State), Is.EqualTo((OrderState.Initialized, OrderState.Initialized)));
        Assert.That(broker.Submitted, Has.Count.EqualTo(2));

        broker.OnSubmit = ticket => new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        await desk.Hear(new BrokerEvent.Accepted(first.A.Intent.ClientOrderId, Start, "v"));
        Assert.That(broker.Submitted, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Admitted_entry_waits_while_its_position_is_in_doubt()
    {
        await desk.Place.Handle(Cleared(), default);
        var mismatch = new BlockedInstrument("paper", "paper", InstrumentId.Parse(Pg), 0m, 5m, Start);
        await desk.Blocked.Replace([mismatch], default);
        await desk.Dispatch.Handle(default);
        Assert.That(broker.Submitted, Is.Empty);

        await desk.Blocked.Replace([], default);
        await desk.Dispatch.Handle(default);
        Assert.That(broker.Submitted, Has.Count.EqualTo(2));
    }
}
