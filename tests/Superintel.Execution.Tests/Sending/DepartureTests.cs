using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Sending;

/// <summary>Between an order's admission and its departure the world goes on.</summary>
public sealed class DepartureTests : OneVenueFixture
{
    [Test]
    public async Task Stored_orders_do_not_leave_a_halted_desk([Values("unwind", "cancel-rest", "hold-and-alert")] string policy)
    {
        await Desk.Place.Handle(Cleared(policy: policy), default);
        await Desk.Control.Set(new TradingControl(TradingState.Halted, 1), default); // as a halt that came without an event
        await Desk.Dispatch.Handle(default);

        Assert.That(Broker.Submitted, Is.Empty);
        Assert.That(Desk.Events.Of<OrderClosed>().Select(told => told.Status), Is.EqualTo(new[] { "canceled", "canceled" }));
        Assert.That(Desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
    }

    [Test]
    public async Task Halt_in_the_middle_of_a_batch_stops_the_rest_of_it_with_proof()
    {
        var cleared = Cleared();
        await Desk.Place.Handle(cleared, default);
        var batch = await Desk.Prepare.Handle(default);
        await Desk.Record.Handle(batch[0], await Desk.Send.Handle(batch[0], default), default);
        await Desk.Control.Set(new TradingControl(TradingState.Halted, 1), default);
        await Desk.Record.Handle(batch[1], await Desk.Send.Handle(batch[1], default), default);
        await Desk.Dispatch.Handle(default);

        var (a, b) = await Desk.Legs(cleared);
        Assert.That(Broker.Submitted, Has.Count.EqualTo(1));
        Assert.That((a.State, b.State), Is.EqualTo((OrderState.Canceled, OrderState.Rejected)));
        Assert.That(Desk.Events.Of<OrderRejected>().Single().Code, Is.EqualTo("not-placed"));
    }

    [Test]
    public async Task Entry_whose_clearance_ran_out_before_it_left_ends_and_an_exit_goes([Values("open", "close")] string intent)
    {
        await Desk.Place.Handle(Cleared(intent: intent), default);
        Desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await Desk.Dispatch.Handle(default);

        Assert.That(Broker.Submitted, Has.Count.EqualTo(intent == "open" ? 0 : 2));
        Assert.That(Desk.Events.Of<PairOrderClosed>(), Has.Count.EqualTo(intent == "open" ? 1 : 0));
    }

    [Test]
    public async Task Entry_whose_clearance_ran_out_in_its_lane_does_not_leave_and_an_exit_does([Values("open", "close")] string intent)
    {
        await Desk.Place.Handle(Cleared(intent: intent), default);
        var batch = await Desk.Prepare.Handle(default);
        Desk.Clock.Advance(TimeSpan.FromMinutes(5));
        foreach (var dispatch in batch) await Desk.Record.Handle(dispatch, await Desk.Send.Handle(dispatch, default), default);
        await Desk.Dispatch.Handle(default);

        Assert.That(Broker.Submitted, Has.Count.EqualTo(intent == "open" ? 0 : 2));
        Assert.That(Desk.Events.Of<OrderRejected>().Select(told => told.Code),
            Is.EqualTo(intent == "open" ? new[] { "not-placed", "not-placed" } : []));
        Assert.That(Desk.Events.Of<PairOrderClosed>().Select(told => told.Outcome), Is.EqualTo(intent == "open" ? new[] { "failed" } : []));
    }

    [Test]
    public async Task Second_leg_of_an_entry_follows_the_first_though_its_clearance_ran_out_between_them([Values] bool isKnown)
    {
        if (!isKnown) Broker.OnSubmit = _ => new SubmitOutcome.Unknown("timeout");
        await Desk.Place.Handle(Cleared(), default);
        var batch = await Desk.Prepare.Handle(default);
        await Desk.Record.Handle(batch[0], await Desk.Send.Handle(batch[0], default), default);
        Desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await Desk.Send.Handle(batch[1], default);

        Assert.That(
            Broker.Submitted.Select(ticket => ticket.ClientOrderId), Is.EqualTo(batch.Select(one => one.Order.Intent.ClientOrderId)));
    }

    [Test]
    public async Task Venue_that_is_away_by_plan_is_tried_again_until_it_is_back()
    {
        Broker.OnSubmit = _ => new SubmitOutcome.Deferred("nightly-reset", "IB is away by plan; nothing left.");
        var cleared = Cleared();
        var (a, b) = await Desk.Work(cleared);
        Assert.That((a.State, b.State), Is.EqualTo((OrderState.Initialized, OrderState.Initialized)));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(1), "a leg does not go ahead of one that cannot");
        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Submitted, Has.Count.EqualTo(1), "and not at once");

        Broker.OnSubmit = ticket => new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await Desk.Dispatch.Handle(default);

        (a, b) = await Desk.Legs(cleared);
        Assert.That((a.State, b.State), Is.EqualTo((OrderState.Accepted, OrderState.Accepted)));
        Assert.That(Broker.Submitted.Select(ticket => ticket.ClientOrderId).Distinct(), Has.Exactly(2).Items);
    }

    [Test]
    public async Task Entry_that_is_deferred_past_its_clearance_ends_with_nothing_sent()
    {
        Broker.OnSubmit = _ => new SubmitOutcome.Deferred("weekly-login", "IB is away by plan; nothing left.");
        await Desk.Work(Cleared());
        for (var minute = 0; minute < 6; minute++)
        {
            Desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await Desk.Dispatch.Handle(default);
        }

        Assert.That(Desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("failed"));
        Assert.That(Desk.Events.Of<OrderOutcomeUnknown>(), Is.Empty);
    }

    [Test]
    public async Task Unwinding_that_meets_an_outage_is_done_after_it()
    {
        var (a, b) = await Desk.Work(Cleared());
        await Desk.Fill(a, 30m, 41m);
        Broker.OnSubmit = _ => new SubmitOutcome.Deferred("nightly-reset", "IB is away by plan; nothing left.");
        await Desk.Hear(new BrokerEvent.Rejected(b.Intent.ClientOrderId, Start, "halted", "Halted."));
        Desk.Clock.Advance(TimeSpan.FromHours(1));
        await Desk.Dispatch.Handle(default);
        Assert.That(Desk.Events.Of<PairOrderClosed>(), Is.Empty);

        Broker.OnSubmit = ticket => new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await Desk.Dispatch.Handle(default);
        await Desk.Fill((await Desk.Orders.Find(ClientOrderId.For(Decision(), 0, 1), default))!, 30m, 41m);

        Assert.That(Desk.Events.Of<PairOrderClosed>().Single().Outcome, Is.EqualTo("unwound"));
    }

    [Test]
    public async Task Admitted_order_waits_while_another_pair_s_order_in_its_instrument_is_unknown()
    {
        Broker.OnSubmit = ticket => ticket.Instrument == InstrumentId.Parse(Ko)
            ? new SubmitOutcome.Unknown("timeout")
            : new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        await Desk.Place.Handle(Cleared(Decision(0)), default);
        await Desk.Place.Handle(Cleared(Decision(1)), default);
        await Desk.Dispatch.Handle(default);

        var first = await Desk.Legs(Cleared(Decision(0)));
        var second = await Desk.Legs(Cleared(Decision(1)));
        Assert.That(first.A.State, Is.EqualTo(OrderState.Unknown));
        Assert.That((second.A.State, second.B.State), Is.EqualTo((OrderState.Initialized, OrderState.Initialized)));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));

        Broker.OnSubmit = ticket => new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        await Desk.Hear(new BrokerEvent.Accepted(first.A.Intent.ClientOrderId, Start, "v"));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Admitted_entry_waits_while_its_position_is_in_doubt()
    {
        await Desk.Place.Handle(Cleared(), default);
        var mismatch = new BlockedInstrument("paper", "paper", InstrumentId.Parse(Pg), 0m, 5m, Start);
        await Desk.Blocked.Replace([mismatch], default);
        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Submitted, Is.Empty);

        await Desk.Blocked.Replace([], default);
        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
    }
}
