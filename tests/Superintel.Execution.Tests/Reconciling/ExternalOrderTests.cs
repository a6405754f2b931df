using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>Orders that work at a venue and that this desk did not send.</summary>
public sealed class ExternalOrderTests : OneVenueFixture
{
    [Test]
    public async Task Working_order_of_others_is_adopted_once_alerts_once_and_twice_in_a_row_changes_nothing()
    {
        Broker.Book = Working(Theirs());
        var first = await Compare();
        var second = await Compare();

        Assert.That((first.Externals.Length, second.Externals.Length), Is.EqualTo((1, 0)));
        Assert.That(Desk.Alerts.All.Select(alert => alert.Code), Is.EqualTo(new[] { "external-order" }));
        Assert.That(Desk.Events.Of<ExternalOrderChanged>().Single(), Is.EqualTo(new ExternalOrderChanged(
            first.Externals[0].Id.Value, "paper", "paper", "v-9", "by-hand", Ko, "buy", 10m, 0m, 10m, "working", null, 1, Start)));
        Assert.That((Broker.Submitted.Count, Broker.Canceled.Count), Is.EqualTo((0, 0)), "it is never touched");
    }

    [Test]
    public async Task Instrument_with_an_external_order_takes_no_new_risk_and_may_be_reduced()
    {
        Broker.Book = Working(Theirs());
        await Compare();
        await Desk.Place.Handle(Cleared(), default);
        Assert.That(Desk.Events.Of<OrderDenied>().Single().Code, Is.EqualTo("external-order"));

        await Desk.Work(Cleared(Decision(1), intent: "close"));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Acknowledged_external_order_lets_new_risk_through_until_it_grows()
    {
        Broker.Book = Working(Theirs());
        var adopted = (await Compare()).Externals.Single();
        await Desk.Acknowledge.Handle(adopted.Id, "sue", default);
        await Desk.Acknowledge.Handle(adopted.Id, "ada", default);
        await Desk.Work(Cleared());
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
        Assert.That(Desk.Events.Of<ExternalOrderChanged>().Select(e => e.AcknowledgedBy), Is.EqualTo(new[] { null, "sue" }));

        Broker.Book = Working(Theirs(quantity: 500m));
        await Compare();
        await Desk.Place.Handle(Cleared(Decision(1)), default);
        Assert.That(Desk.Events.Of<OrderDenied>().Single().Code, Is.EqualTo("external-order"));
    }

    [Test]
    public async Task External_order_ends_by_the_word_of_its_venue_only()
    {
        Broker.Book = Working(Theirs());
        var id = (await Compare()).Externals.Single().Id;

        Broker.Book = new BrokerSnapshot([], []) { Venues = ["elsewhere"] };
        await Compare();
        Assert.That(await StatusOf(id), Is.EqualTo(ExternalStatus.Working), "its venue was not asked");

        Broker.Book = Working();
        Broker.OnQuery = _ => throw new BrokerUnavailableException("socket closed");
        await Compare();
        Assert.That(await StatusOf(id), Is.EqualTo(ExternalStatus.Working), "its venue could not be asked");

        Broker.OnQuery = _ => new QueryOutcome.Found(Theirs());
        await Compare();
        Assert.That(await StatusOf(id), Is.EqualTo(ExternalStatus.Working), "the list lags behind, the order works");

        Broker.OnQuery = _ => new QueryOutcome.Found(Theirs(filled: 10m) with { Status = BrokerOrderStatus.Filled });
        await Compare();
        Assert.That(await StatusOf(id), Is.EqualTo(ExternalStatus.Filled));
    }

    [Test]
    public async Task External_order_of_which_the_venue_cannot_tell_works_on_until_it_can()
    {
        Broker.Book = Working(Theirs());
        var id = (await Compare()).Externals.Single().Id;
        Broker.Book = Working();
        Broker.OnQuery = _ => new QueryOutcome.Unavailable("too many requests");
        Assert.That((await Compare()).Externals, Is.Empty);
        Desk.Clock.Advance(ExternalOrder.Silence / 2);
        Assert.That((await Compare()).Externals, Is.Empty);
        Assert.That(await StatusOf(id), Is.EqualTo(ExternalStatus.Working));

        Broker.OnQuery = _ => new QueryOutcome.Found(Theirs(filled: 10m) with { Status = BrokerOrderStatus.Filled });
        Assert.That((await Compare()).Externals.Single().Status, Is.EqualTo(ExternalStatus.Filled));
    }

    [Test]
    public async Task External_order_that_is_listed_again_has_not_been_missing()
    {
        Broker.Book = Working(Theirs());
        var id = (await Compare()).Externals.Single().Id;
        Broker.Book = Working();
        await Compare();
        Broker.Book = Working(Theirs());
        Assert.That((await Compare()).Externals, Is.Empty);
        Desk.Clock.Advance(ExternalOrder.Silence);
        Broker.Book = Working();
        await Compare();
        Assert.That(await StatusOf(id), Is.EqualTo(ExternalStatus.Working), "its silence begins anew");
        Assert.That((await Desk.Externals.Find(id, default))!.Version, Is.EqualTo(1));
    }

    [Test]
    public async Task External_order_that_left_without_a_word_is_gone_and_frees_its_instrument()
    {
        Broker.Book = Working(Theirs());
        var id = (await Compare()).Externals.Single().Id;
        Broker.Book = Working();
        await Compare();
        Desk.Clock.Advance(ExternalOrder.Silence);
        await Compare();
        Assert.That(await StatusOf(id), Is.EqualTo(ExternalStatus.Gone));

        await Desk.Work(Cleared(at: Desk.Clock.GetUtcNow()));
        Assert.That(Broker.Submitted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task External_order_that_comes_back_works_again()
    {
        Broker.Book = Working(Theirs());
        var id = (await Compare()).Externals.Single().Id;
        Broker.Book = Working();
        Broker.OnQuery = _ => new QueryOutcome.NotPlaced("nowhere");
        await Compare();
        Broker.Book = Working(Theirs(filled: 4m));
        await Compare();

        var order = (await Desk.Externals.Find(id, default))!;
        Assert.That((order.State, order.LeavesQuantity, order.EndedAt, order.Version), Is.EqualTo(
            (OrderState.PartiallyFilled, 6m, (DateTimeOffset?)null, 3)));
        Assert.That(Desk.Alerts.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Our_own_working_order_is_not_external()
    {
        var (a, _) = await Desk.Work(Cleared());
        Broker.Book = Working(Theirs() with { ClientOrderId = a.Intent.ClientOrderId });
        Assert.That((await Compare()).Externals, Is.Empty);

        Broker.Book = Working(Theirs() with { ClientOrderId = a.Intent.ClientOrderId, Account = "other" });
        Assert.That((await Compare()).Externals, Has.Length.EqualTo(1), "our name at another account is somebody else's order");
    }

    [Test]
    public async Task Orders_of_one_number_in_two_symbols_are_two()
    {
        Broker.Book = Working(Theirs(), Theirs() with { Instrument = InstrumentId.Parse(Pg) });
        Assert.That((await Compare()).Externals, Has.Length.EqualTo(2));
    }

    internal static BrokerOrder Theirs(decimal quantity = 10m, decimal filled = 0m) => new(
        "paper", "paper", new ClientOrderId("by-hand"), "v-9", InstrumentId.Parse(Ko), Side.Buy, new Quantity(quantity),
        BrokerOrderStatus.Working, "LMT", filled == 0m ? [] : [Execution(filled)]);

    private static BrokerEvent.Filled Execution(decimal filled) => new(
        new ClientOrderId("by-hand"), Start, "x-9", new Quantity(filled), 40m, Money.Zero(Currency.Usd));

    private static BrokerSnapshot Working(params BrokerOrder[] orders) => new(orders, []);

    private Task<ReconciliationReport> Compare() => Desk.Compare(ReconcileOrders.Working);

    private async Task<ExternalStatus> StatusOf(ClientOrderId id) => (await Desk.Externals.Find(id, default))!.Status;
}
