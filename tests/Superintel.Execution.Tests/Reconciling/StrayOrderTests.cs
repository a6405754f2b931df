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
public sealed class StrayOrderTests : OneVenueFixture
{
    private Order a = null!;

    [SetUp]
    public async Task Work() => (a, _) = await Desk.Work(Cleared(policy: "cancel-rest"));

    [Test]
    public async Task Order_over_for_us_that_works_at_its_venue_blocks_alerts_once_and_is_taken_back()
    {
        await Desk.Hear(new BrokerEvent.Rejected(a.Intent.ClientOrderId, Start, "201", "No."));
        Broker.Canceled.Clear();
        Broker.Book = new BrokerSnapshot([Theirs(BrokerOrderStatus.Working)], []);
        Broker.OnQuery = asked => new QueryOutcome.Found(Theirs(BrokerOrderStatus.Working) with { ClientOrderId = asked.ClientOrderId });
        for (var look = 0; look < 2; look++) await Compare();

        Assert.That(Desk.Alerts.All.Count(alert => alert.Code == "stray-order"), Is.EqualTo(1));
        Assert.That(Broker.Canceled.Select(one => one.ClientOrderId), Is.EqualTo(Enumerable.Repeat(a.Intent.ClientOrderId, 2)));
        await Desk.Place.Handle(Cleared(Decision(1)), default);
        Assert.That(Desk.Events.Of<OrderDenied>().Single().Code, Is.EqualTo(DenialCode.ExternalOrder));

        Broker.Book = new BrokerSnapshot([], []);
        Broker.OnQuery = _ => new QueryOutcome.Found(Theirs(BrokerOrderStatus.Canceled));
        await Compare();
        await Desk.Place.Handle(Cleared(Decision(2)), default);
        Assert.That(Desk.Events.Of<OrderDenied>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task List_that_lags_behind_an_end_makes_no_stray()
    {
        await Desk.Hear(new BrokerEvent.Canceled(a.Intent.ClientOrderId, Start, "by the venue"));
        Broker.Book = new BrokerSnapshot([Theirs(BrokerOrderStatus.Working)], []);
        await Compare();

        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Does.Not.Contain("stray-order"));
        Assert.That(await Desk.Externals.Working(default), Is.Empty);
    }

    [Test]
    public async Task Halt_that_venues_do_not_hear_is_said_again_by_each_comparison_until_nothing_is_left()
    {
        var leftovers = new LookForLeftovers(Desk.Control, Desk.Orders, Desk.Externals);
        Assert.That(await leftovers.Handle(default), Is.Null, "nobody asked for a halt");
        Broker.OnCancel = _ => new CancelOutcome.Requested();
        await Desk.Follow.Handle(new TradingStateChanged("halted", false, "storm", "user", 1, Start), default);
        await Desk.Dispatch.Handle(default);
        Broker.OnQuery = asked => new QueryOutcome.Found(Theirs(BrokerOrderStatus.Working) with { ClientOrderId = asked.ClientOrderId });
        for (var look = 0; look < 2; look++)
        {
            await Compare();
            await Desk.Dispatch.Handle(default);
        }
        Assert.That((await leftovers.Handle(default))!.Value.Length, Is.EqualTo(2));
        Assert.That(Broker.Canceled, Has.Count.EqualTo(6), "two orders, three times");

        Broker.OnCancel = _ => new CancelOutcome.Canceled();
        Broker.OnQuery = null;
        await Compare();
        Broker.OnQuery = asked => new QueryOutcome.Found(Theirs(BrokerOrderStatus.Canceled) with { ClientOrderId = asked.ClientOrderId });
        await Compare();
        await Desk.Dispatch.Handle(default);
        Assert.That((await leftovers.Handle(default))!.Value.Length, Is.Zero);
    }

    private Task<ReconciliationReport> Compare() => Desk.Venues.Handle("paper", ReconcileOrders.Working, default);

    private BrokerOrder Theirs(BrokerOrderStatus status) => new(
        a.Intent.Venue, a.Intent.Account, a.Intent.ClientOrderId, "v-stray", a.Intent.Instrument, a.Intent.Side, a.Intent.Quantity, status,
        "", []);
}
