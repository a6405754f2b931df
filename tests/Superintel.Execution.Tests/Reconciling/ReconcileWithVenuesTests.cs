using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>What a running desk learns by asking, when the venue's own words went astray.</summary>
public sealed class ReconcileWithVenuesTests : OneVenueFixture
{
    private readonly Dictionary<ClientOrderId, BrokerOrder> record = [];
    protected override ScriptedBroker Script()
    {
        record.Clear();
        return new ScriptedBroker
        {
            OnQuery = order => record.TryGetValue(order.ClientOrderId, out var known)
                ? new QueryOutcome.Found(known)
                : new QueryOutcome.Unavailable("silent"),
        };
    }

    [Test]
    public async Task Fill_that_was_never_told_is_found_and_the_second_run_changes_nothing()
    {
        var (a, b) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        Keeps(a, BrokerOrderStatus.Filled, 100m);
        Keeps(b, BrokerOrderStatus.Working);
        Holds((Ko, 100m));

        var first = await Compare();
        var second = await Compare();

        Assert.That(first.Changed, Is.EqualTo(new[] { a.Intent.ClientOrderId }));
        Assert.That((await Now(a)).State, Is.EqualTo(OrderState.Filled));
        Assert.That((second.Changed.Length, second.Mismatches.Length), Is.EqualTo((0, 0)));
        Assert.That(await Desk.FillsOf(a), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Cancel_that_the_venue_never_heard_is_sent_again_when_it_says_that_the_order_works()
    {
        Broker.OnCancel = _ => new CancelOutcome.Requested();
        var (a, b) = await Desk.Work(Cleared());
        await Desk.Follow.Handle(new Contracts.Events.V1.TradingStateChanged("halted", false, "", "test", 1, Start), default);
        await Desk.Dispatch.Handle(default);
        Keeps(a, BrokerOrderStatus.Working);
        Keeps(b, BrokerOrderStatus.Canceled);
        await Compare();
        await Desk.Dispatch.Handle(default);
        await Desk.Dispatch.Handle(default);

        Assert.That(Broker.Canceled.Select(order => order.ClientOrderId), Is.EqualTo(
            new[] { a.Intent.ClientOrderId, b.Intent.ClientOrderId, a.Intent.ClientOrderId }));
        Assert.That((await Now(a)).State, Is.EqualTo(OrderState.PendingCancel));
        Keeps(a, BrokerOrderStatus.Canceled);
        await Compare();
        await Desk.Dispatch.Handle(default);
        Assert.That((await Desk.Pair(Cleared())).Status, Is.EqualTo(Execution.Pairs.PairStatus.Closed));
    }

    [Test]
    public async Task Fill_from_before_a_cancel_that_was_never_told_is_found_by_the_position_and_alerts()
    {
        var (a, _) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        await Desk.Hear(new BrokerEvent.Canceled(a.Intent.ClientOrderId, Start, "by hand"));
        Keeps(a, BrokerOrderStatus.Canceled, 30m);
        Holds((Ko, 30m));

        var report = await Compare();

        Assert.That(report.Mismatches, Is.Empty);
        Assert.That((await Now(a)).Progress.CumulativeQuantity, Is.EqualTo(30m));
        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Does.Contain("late-fill"));
        Assert.That(await Desk.Blocked.All(default), Is.Empty);
    }

    [Test]
    public async Task Phantom_position_blocks_new_risk_trades_nothing_and_is_freed_when_it_is_gone()
    {
        Holds((Ko, 7m));
        await Compare();
        await Desk.Place.Handle(Cleared(), default);

        Assert.That(Desk.Events.Of<Contracts.Events.V1.OrderDenied>().Single().Code, Is.EqualTo("position-mismatch"));
        Assert.That(Broker.Submitted, Is.Empty);

        Holds();
        await Compare();
        Assert.That(await Desk.Blocked.All(default), Is.Empty);
    }

    [Test]
    public async Task Difference_keeps_the_time_at_which_it_was_first_seen()
    {
        Holds((Ko, 7m));
        await Compare();
        Desk.Clock.Set(Start.AddMinutes(1));
        var again = await Compare();

        Assert.That(again.Mismatches.Single().Since, Is.EqualTo(Start));
    }

    [Test]
    public async Task Difference_that_lasts_is_looked_into_once_and_again_when_it_changes()
    {
        var ended = await Ended();
        Holds((Ko, 7m));
        await Compare();
        var asked = Asked(ended);
        await Compare();
        await Compare();
        Assert.That(Asked(ended), Is.EqualTo(asked));
        Holds((Ko, 8m));
        await Compare();
        Assert.That(Asked(ended), Is.EqualTo(asked + 1));
    }

    [Test]
    public async Task Difference_whose_orders_were_not_answered_is_looked_into_again()
    {
        var ended = await Ended();
        await Compare();
        var tells = Broker.OnQuery;
        Broker.OnQuery = _ => new QueryOutcome.Unavailable("busy");
        Holds((Ko, 7m));
        await Compare();
        var asked = Asked(ended);
        Broker.OnQuery = tells;
        await Compare();
        Assert.That(Asked(ended), Is.EqualTo(asked + 1));
        await Compare();
        Assert.That(Asked(ended), Is.EqualTo(asked + 1), "it was answered");
    }

    [Test]
    public async Task Order_that_ended_long_before_the_last_comparison_is_not_asked_for_again()
    {
        var ended = await Ended();
        Desk.Clock.Set(Start.AddHours(1));
        await Compare();
        var asked = Asked(ended);
        Holds((Ko, 7m));
        var report = await Compare();
        Assert.That((Asked(ended), report.Mismatches.Length), Is.EqualTo((asked, 1)));
    }

    [Test]
    public async Task Order_on_its_way_is_left_to_the_sender()
    {
        await Desk.Place.Handle(Cleared(), default);
        await Desk.Prepare.Handle(default);
        Holds((Ko, 100m));

        await Compare();

        Assert.That(Broker.Asked, Is.Empty);
    }

    private async Task<Order> Ended()
    {
        var (a, _) = await Desk.Work(Cleared(policy: "hold-and-alert"));
        await Desk.Hear(new BrokerEvent.Canceled(a.Intent.ClientOrderId, Start, "by hand"));
        Keeps(a, BrokerOrderStatus.Canceled);
        return a;
    }

    private int Asked(Order order) => Broker.Asked.Count(asked => asked.ClientOrderId == order.Intent.ClientOrderId);

    private Task<ReconciliationReport> Compare() => Desk.Compare(ReconcileOrders.Working);

    private async Task<Order> Now(Order order) => (await Desk.Orders.Find(order.Intent.ClientOrderId, default))!;

    private void Holds(params (string Instrument, decimal Quantity)[] positions) => Broker.Book = new BrokerSnapshot(
        [], [.. positions.Select(held => new BrokerPosition("paper", "paper", InstrumentId.Parse(held.Instrument), held.Quantity))]);

    private void Keeps(Order order, BrokerOrderStatus status, decimal filled = 0m)
    {
        var intent = order.Intent;
        record[intent.ClientOrderId] = new BrokerOrder(
            intent.Venue, intent.Account, intent.ClientOrderId, "v-1", intent.Instrument, intent.Side, intent.Quantity, status, "",
            filled == 0m ? [] : [Desk.Execution(order, filled, 40m, $"x-{intent.ClientOrderId}")]);
    }
}
