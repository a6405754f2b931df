using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>Orders of ours that their venue works although they are over for us, and what a halt leaves.</summary>
public sealed class StrayOrderTests
{
    private ScriptedBroker broker = null!;
    private Desk desk = null!;
    private Order a = null!;

    [SetUp]
    public async Task Open()
    {
        broker = new ScriptedBroker();
        desk = await Desk.Open(broker);
        (a, _) = await desk.Work(Cleared(policy: "cancel-rest"));
    }

    [Test]
    public async Task Order_over_for_us_that_works_at_its_venue_blocks_alerts_once_and_is_taken_back()
    {
        await desk.Hear(new BrokerEvent.Rejected(a.Intent.ClientOrderId, Start, "201", "No."));
        broker.Canceled.Clear();
        broker.Book = new BrokerSnapshot([Theirs(BrokerOrderStatus.Working)], []);
        broker.OnQuery = asked => new QueryOutcome.Found(Theirs(BrokerOrderStatus.Working) with { ClientOrderId = asked.ClientOrderId });
        for (var look = 0; look < 2; look++) await Compare();

        Assert.That(desk.Alerts.All.Count(alert => alert.Code == "stray-order"), Is.EqualTo(1));
        Assert.That(broker.Canceled.Select(one => one.ClientOrderId), Is.EqualTo(Enumerable.Repeat(a.Intent.ClientOrderId, 2)));
        await desk.Place.Handle(Cleared(Decision(1)), default);
        Assert.That(desk.Events.Of<OrderDenied>().Single().Code, Is.EqualTo(DenialCode.ExternalOrder));

        broker.Book = new BrokerSnapshot([], []);
        broker.OnQuery = _ => new QueryOutcome.Found(Theirs(BrokerOrderStatus.Canceled));
        await Compare();
        await desk.Place.Handle(Cleared(Decision(2)), default);
        Assert.That(desk.Events.Of<OrderDenied>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task List_that_lags_behind_an_end_makes_no_stray()
    {
        await desk.Hear(new BrokerEvent.Canceled(a.Intent.ClientOrderId, Start, "by the venue"));
        broker.Book = new BrokerSnapshot([Theirs(BrokerOrderStatus.Working)], []);
        await Compare();

        Assert.That(desk.Alerts.All.Select(alert => alert.Code), Does.Not.Contain("stray-order"));
        Assert.That(await desk.Externals.Working(default), Is.Empty);
    }

    [Test]
    public async Task Halt_that_venues_do_not_hear_is_said_again_by_each_comparison_until_nothing_is_left()
    {
        var leftovers = new LookForLeftovers(desk.Control, desk.Orders, desk.Externals);
        Assert.That(await leftovers.Handle(default), Is.Null, "nobody asked for a halt");
        broker.OnCancel = _ => new CancelOutcome.Requested();
        await desk.Follow.Handle(new TradingStateChanged("halted", false, "storm", "user", 1, Start), default);
        await desk.Dispatch.Handle(default);
        broker.OnQuery = asked => new QueryOutcome.Found(Theirs(BrokerOrderStatus.Working) with { ClientOrderId = asked.ClientOrderId });
        for (var look = 0; look < 2; look++)
        {
            await Compare();
            await desk.Dispatch.Handle(default);
        }
        Assert.That((await leftovers.Handle(default))!.Value.Length, Is.EqualTo(2));
        Assert.That(broker.Canceled, Has.Count.EqualTo(6), "two orders, three times");

        broker.OnCancel = _ => new CancelOutcome.Canceled();
        broker.OnQuery = null;
        await Compare();
        broker.OnQuery = asked => new QueryOutcome.Found(Theirs(BrokerOrderStatus.Canceled) with { ClientOrderId = asked.ClientOrderId });
        await Compare();
        await desk.Dispatch.Handle(default);
        Assert.That((await leftovers.Handle(default))!.Value.Length, Is.Zero);
    }

    private Task<ReconciliationReport> Compare() => desk.Venues.Handle("paper", ReconcileOrders.Working, default);

    private BrokerOrder Theirs(BrokerOrderStatus status) => new(
        a.Intent.Venue, a.Intent.Account, a.Intent.ClientOrderId, "v-stray", a.Intent.Instrument, a.Intent.Side, a.Intent.Quantity, status,
        "", []);
}
