using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Contract;

[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class OrderBookContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    [Test]
    public async Task Order_that_was_never_stored_is_not_found() =>
        Assert.That(await Stores.Orders.Find(new ClientOrderId("none"), default), Is.Null);

    [Test]
    public async Task Order_comes_back_as_it_was_stored()
    {
        var (_, orders) = await Placed();

        Assert.That(await Stores.Orders.Find(orders[0].Intent.ClientOrderId, default), Is.EqualTo(orders[0]));
    }

    [Test]
    public async Task Order_that_moved_comes_back_moved()
    {
        var (_, orders) = await Placed();
        var sent = OrderMoves.Send(orders[0], Start).Order;
        var accepted = OrderMoves.Hear(sent, new BrokerEvent.Accepted(sent.Intent.ClientOrderId, Start.AddHours(1), "v1")).Order;
        var canceled = OrderMoves.Hear(accepted, new BrokerEvent.Canceled(sent.Intent.ClientOrderId, Start.AddHours(2), "why not")).Order;
        await Stores.Orders.Save(canceled, default);

        Assert.That(await Stores.Orders.Find(sent.Intent.ClientOrderId, default), Is.EqualTo(canceled));
    }

    [Test]
    public async Task Order_that_paid_in_two_currencies_comes_back_with_both()
    {
        var (_, orders) = await Placed();
        var paid = Commissions.Of([new Money(0.00012345m, new Currency("BNB")), new Money(1.5m, Currency.Usd)]);
        var order = Order.Stored(orders[0].Intent, orders[0].Progress with { Commissions = paid, FeeQuantity = 0.25m });
        await Stores.Orders.Save(order, default);

        Assert.That(await Stores.Orders.Find(order.Intent.ClientOrderId, default), Is.EqualTo(order));
    }

    [Test]
    public async Task Order_whose_venue_spoke_against_itself_comes_back_so()
    {
        var (_, orders) = await Placed();
        var id = orders[0].Intent.ClientOrderId;
        var accepted = OrderMoves.Hear(OrderMoves.Send(orders[0], Start).Order, new BrokerEvent.Accepted(id, Start, "v1")).Order;
        var denied = OrderMoves.Hear(accepted, new BrokerEvent.NotPlaced(id, Start, "absent")).Order;
        await Stores.Orders.Save(denied, default);

        Assert.That((denied.Progress.Contradicted, await Stores.Orders.Find(id, default)), Is.EqualTo((true, denied)));
    }

    [Test]
    public async Task Order_that_its_venue_cannot_tell_of_comes_back_with_since_when()
    {
        var (_, orders) = await Placed();
        var order = Order.Stored(orders[0].Intent, orders[0].Progress with { UnansweredSince = Start, UnansweredTold = true });
        await Stores.Orders.Save(order, default);

        Assert.That(await Stores.Orders.Find(order.Intent.ClientOrderId, default), Is.EqualTo(order));
    }

    [Test]
    public async Task Orders_of_a_clearance_are_by_leg()
    {
        var (pair, orders) = await Placed();
        await Placed(1);

        Assert.That(await Stores.Orders.Of(pair.ClearanceId, default), Is.EqualTo(orders));
    }

    [Test]
    public async Task Orders_by_state_are_in_order_of_creation()
    {
        var (_, first) = await Placed();
        var (_, second) = await Placed(1);
        await Stores.Orders.Save(OrderMoves.Send(first[1], Start).Order, default);

        Assert.That(await Stores.Orders.In([OrderState.Initialized], default), Is.EqualTo(new[] { first[0], second[0], second[1] }));
        Assert.That(await Stores.Orders.In([OrderState.Filled], default), Is.Empty);
    }

    [Test]
    public async Task Orders_that_are_over_are_found_by_state_too()
    {
        var (_, orders) = await Placed();
        var over = OrderMoves.RequestCancel(orders[0], "test", Start).Order;
        await Stores.Orders.Save(over, default);

        Assert.That(await Stores.Orders.In([OrderState.Canceled], default), Is.EqualTo(new[] { over }));
    }

    [Test]
    public async Task List_is_newest_first_and_pages_by_sequence()
    {
        var (_, first) = await Placed();
        var (_, second) = await Placed(1);
        var page = await Stores.Orders.List(new OrderQuery(null, null, null, 3), default);
        var rest = await Stores.Orders.List(new OrderQuery(null, null, page[^1].Sequence, 3), default);

        Assert.That(page.Concat(rest).Select(listed => listed.Order), Is.EqualTo(new[] { second[1], second[0], first[1], first[0] }));
    }

    [Test]
    public async Task List_keeps_to_its_decision_and_state()
    {
        var (pair, orders) = await Placed();
        await Placed(1);
        var sent = OrderMoves.Send(orders[0], Start).Order;
        await Stores.Orders.Save(sent, default);

        var listed = await Stores.Orders.List(new OrderQuery(OrderState.Submitted, pair.DecisionId, null, 10), default);

        Assert.That(listed.Select(row => row.Order), Is.EqualTo(new[] { sent }));
    }
}
