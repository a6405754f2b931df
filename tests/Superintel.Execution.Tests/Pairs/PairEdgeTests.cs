using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Pairs;

/// <summary>A pair order ends only when all that its legs filled is known.</summary>
public sealed class PairEdgeTests : OneVenueFixture
{
    [Test]
    public async Task Fill_during_the_cancel_is_traded_back_before_the_pair_closes()
    {
        var (a, b) = await Desk.Work(Cleared());
        Broker.OnQuery = asked => asked.ClientOrderId == a.Intent.ClientOrderId
            ? Found(asked, BrokerOrderStatus.Canceled, Desk.Execution(a, 30m, 41m, "during"))
            : Found(asked, BrokerOrderStatus.Rejected);
        await Desk.Hear(Rejected(b));

        var back = Broker.Submitted[^1];
        Assert.That((back.Side, back.Quantity.Value), Is.EqualTo((Side.Sell, 30m)));
        await Desk.Fill((await Desk.Orders.Find(back.ClientOrderId, default))!, 30m, 40m);

        Assert.That(Closed().Outcome, Is.EqualTo("unwound"));
        Assert.That(await Desk.Ledger.Positions(default), Is.Empty);
        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Is.EqualTo(new[] { "late-fill" }));
    }

    [Test]
    public async Task Pair_waits_while_the_venue_cannot_say_what_a_canceled_leg_filled([Values] bool canAnswerLater)
    {
        var (a, b) = await Desk.Work(Cleared());
        Broker.OnQuery = _ => new QueryOutcome.Unavailable("busy");
        await Desk.Hear(Rejected(b));
        await Desk.Dispatch.Handle(default);
        Assert.That(Desk.Events.Of<PairOrderClosed>(), Is.Empty);
        if (!canAnswerLater) return;

        Broker.OnQuery = asked => Found(asked, BrokerOrderStatus.Canceled);
        await Desk.Dispatch.Handle(default);

        Assert.That(Closed().Outcome, Is.EqualTo("failed"));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Fill_after_the_close_is_alerted_once()
    {
        var (a, b) = await Desk.Work(Cleared());
        await Desk.Hear(Rejected(b));
        Assert.That(Closed().Outcome, Is.EqualTo("failed"));
        for (var repeat = 0; repeat < 3; repeat++) await Desk.Fill(a, 30m, 41m, "very late");

        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Is.EqualTo(new[] { "late-fill" }));
        Assert.That(Desk.Events.Of<PairOrderClosed>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Hold_and_alert_stays_open_while_the_other_leg_works_and_alerts_once()
    {
        var cleared = Cleared(policy: "hold-and-alert");
        var (a, b) = await Desk.Work(cleared);
        await Desk.Hear(Rejected(b));
        Desk.Clock.Set(Start.AddDays(11));
        for (var look = 0; look < 3; look++) await Desk.Dispatch.Handle(default);

        Assert.That(Desk.Events.Of<PairOrderClosed>(), Is.Empty);
        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Is.EqualTo(new[] { "pair-overdue" }));
        Assert.That(Broker.Canceled, Is.Empty);

        await Desk.Fill(a, 100m, 41m);
        Assert.That(Closed().Outcome, Is.EqualTo("incomplete"));
    }

    [Test]
    public async Task Halt_takes_back_the_leg_that_hold_and_alert_left_alone()
    {
        var (a, b) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        await Desk.Hear(Rejected(b));
        Desk.Clock.Set(Start.AddDays(11));
        await Desk.Dispatch.Handle(default);
        await Halt();

        Assert.That(Broker.Canceled.Select(one => one.ClientOrderId), Is.EqualTo(new[] { a.Intent.ClientOrderId }));
        Assert.That(Closed().Outcome, Is.EqualTo("failed"));
    }

    [Test]
    public async Task Cancel_that_is_refused_is_sent_again_while_the_venue_shows_the_order_working()
    {
        var (a, _) = await Desk.Work(Cleared());
        Broker.OnCancel = _ => new CancelOutcome.Refused("too busy");
        Broker.OnQuery = asked => Found(asked, BrokerOrderStatus.Working);
        await Halt();
        Assert.That(Broker.Canceled.Count(one => one.ClientOrderId == a.Intent.ClientOrderId), Is.EqualTo(1));

        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await Desk.Dispatch.Handle(default);
        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Canceled.Count(one => one.ClientOrderId == a.Intent.ClientOrderId), Is.EqualTo(2), "each second in a halt");

        Broker.OnCancel = _ => new CancelOutcome.Canceled();
        Broker.OnQuery = null;
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await Desk.Dispatch.Handle(default);

        Assert.That(Broker.Canceled.Count(one => one.ClientOrderId == a.Intent.ClientOrderId), Is.EqualTo(3));
        Assert.That(Closed().Outcome, Is.EqualTo("failed"));
    }

    [Test]
    public async Task Halt_does_not_wait_for_what_was_refused_before_it()
    {
        var (a, b) = await Desk.Work(Cleared());
        Broker.OnCancel = _ => new CancelOutcome.Refused("too busy");
        Broker.OnQuery = asked => Found(asked, asked.ClientOrderId == a.Intent.ClientOrderId
            ? BrokerOrderStatus.Working
            : BrokerOrderStatus.Rejected);
        await Desk.Hear(Rejected(b));
        for (var minute = 0; minute < 8; minute++)
        {
            Desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await Desk.Dispatch.Handle(default);
        }
        var before = Broker.Canceled.Count;
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await Halt();
        Assert.That(Broker.Canceled, Has.Count.EqualTo(before + 1), "refused eight times, its turn would come in a minute");

        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Canceled, Has.Count.EqualTo(before + 1), "and the venue is not flooded");
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Canceled, Has.Count.EqualTo(before + 2));
    }

    [Test]
    public async Task Unknown_leg_is_waited_for_no_longer_than_its_patience_and_its_late_fill_is_traded_back_too()
    {
        Broker.OnSubmit = ticket => ticket is { Side: Side.Sell, Instrument: var id } && id == InstrumentId.Parse(Pg)
            ? new SubmitOutcome.Unknown("timeout")
            : new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        var cleared = Cleared();
        var (a, b) = await Desk.Work(cleared);
        await Desk.Fill(a, 100m, 41m);
        await AskOfUnknown();
        Desk.Clock.Advance(TimeSpan.FromMinutes(9));
        await AskOfUnknown();
        await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));

        Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskOfUnknown();
        for (var look = 0; look < 3; look++) await Desk.Dispatch.Handle(default);
        Assert.That(Broker.Submitted, Has.Count.EqualTo(3));
        Assert.That((Broker.Submitted[^1].Instrument.ToString(), Broker.Submitted[^1].Side), Is.EqualTo((Ko, Side.Sell)));
        Assert.That((await Desk.Orders.Find(b.Intent.ClientOrderId, default))!.State, Is.EqualTo(OrderState.Unknown));
        await Desk.Fill((await Desk.Orders.Find(Broker.Submitted[^1].ClientOrderId, default))!, 100m, 41m);
        Assert.That((await Desk.Pair(cleared)).Status, Is.EqualTo(PairStatus.Unwinding), "the unknown order is exposure");

        await Desk.Fill(b, 50m, 80m);
        Assert.That((Broker.Submitted[^1].Instrument.ToString(), Broker.Submitted[^1].Side), Is.EqualTo((Pg, Side.Buy)));
        await Desk.Fill((await Desk.Orders.Find(Broker.Submitted[^1].ClientOrderId, default))!, 50m, 80m);

        Assert.That(Closed().Outcome, Is.EqualTo("unwound"));
        Assert.That(await Desk.Ledger.Positions(default), Is.Empty);
    }

    [Test]
    public async Task Unknown_leg_that_turns_out_to_work_is_taken_back()
    {
        Broker.OnSubmit = ticket => ticket.Instrument == InstrumentId.Parse(Pg) && ticket.Side == Side.Sell
            ? new SubmitOutcome.Unknown("timeout")
            : new SubmitOutcome.Accepted("v-" + ticket.ClientOrderId);
        var (a, b) = await Desk.Work(Cleared());
        await Desk.Fill(a, 100m, 41m);
        await AskOfUnknown();
        Desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await AskOfUnknown();
        await Desk.Dispatch.Handle(default);
        await Desk.Fill((await Desk.Orders.Find(Broker.Submitted[^1].ClientOrderId, default))!, 100m, 41m);
        await Desk.Hear(new BrokerEvent.Accepted(b.Intent.ClientOrderId, Start, "v"));

        Assert.That(Broker.Canceled.Select(one => one.ClientOrderId), Is.EqualTo(new[] { b.Intent.ClientOrderId }));
        Assert.That(Closed().Outcome, Is.EqualTo("unwound"));
    }

    [Test]
    public async Task Leg_that_its_venue_forgot_is_waited_for_no_longer_than_its_patience([Values("unwind", "cancel-rest")] string policy)
    {
        var cleared = Cleared(policy: policy);
        var (a, b) = await Desk.Work(cleared);
        await Desk.Fill(a, 100m, 41m);
        Broker.OnCancel = _ => new CancelOutcome.Refused("unknown order");
        await Forgets(b);
        Desk.Clock.Advance(TimeSpan.FromMinutes(9));
        await Forgets(b);
        await Desk.Dispatch.Handle(default);
        Assert.That((Broker.Submitted.Count, (await Desk.Pair(cleared)).Status), Is.EqualTo((2, PairStatus.Working)));

        Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await Forgets(b);
        for (var look = 0; look < 3; look++) await Desk.Dispatch.Handle(default);
        var isUnwound = policy == "unwind";
        Assert.That(Broker.Submitted.Skip(2).Select(ticket => (ticket.Instrument.ToString(), ticket.Side)),
            Is.EqualTo(isUnwound ? [(Ko, Side.Sell)] : Array.Empty<(string, Side)>()));
        Assert.That(
            Desk.Alerts.All.Select(alert => alert.Code),
            Is.EqualTo(isUnwound ? ["order-unanswered"] : new[] { "order-unanswered", "pair-overdue" }));
        Assert.That(Broker.Canceled.Select(one => one.ClientOrderId), Does.Contain(b.Intent.ClientOrderId), "it may work all the same");
        Assert.That(Desk.Events.Of<PairOrderClosed>(), Is.Empty, "the order that was forgotten is exposure");
    }

    private Task AskOfUnknown() => Desk.Ask(ReconcileOrders.Unresolved);

    // A comparison that came through and in which the venue could not tell.
    private async Task Forgets(Order order) => await Desk.Note.Handle([order.Intent.ClientOrderId], default);

    private static BrokerEvent.Rejected Rejected(Order order) => new(order.Intent.ClientOrderId, Start, "halted", "Halted.");

    private static QueryOutcome.Found Found(OrderReference asked, BrokerOrderStatus status, params BrokerEvent.Filled[] fills) => new(
        new BrokerOrder("paper", "paper", asked.ClientOrderId, "v", asked.Instrument, Side.Buy, new Quantity(100m), status, "", fills));

    private async Task Halt()
    {
        await Desk.Follow.Handle(new TradingStateChanged("halted", false, "storm", "user", 1, Start), default);
        await Desk.Dispatch.Handle(default);
    }

    private PairOrderClosed Closed() => Desk.Events.Of<PairOrderClosed>().Single();
}
