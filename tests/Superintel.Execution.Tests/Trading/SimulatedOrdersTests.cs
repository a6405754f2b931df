using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Trading;

/// <summary>The simulated exchange's orders, by number and by name.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SimulatedOrdersTests
{
    private readonly SimExchange exchange = new(
        [new SimInstrument("BTCUSDT", "BTC", "USDT", 0.01m, 0.00001m, 50_000m, 2m)], seed: 7, TimeProvider.System);

    [Test]
    public void Name_that_is_used_again_means_the_newest_order()
    {
        var first = Submit("a");
        exchange.Cancel(first.Id);
        var second = Submit("a");
        exchange.Cancel(first.Id); // is over already
        Assert.That((exchange.Order("a")?.Id, exchange.Order("b")), Is.EqualTo((second.Id, default(SimOrder))));
    }

    [Test]
    public void Order_that_was_given_another_name_is_found_under_it_and_leaves_the_old_one_to_the_one_before()
    {
        var first = Submit("a");
        var second = Submit("a");
        exchange.Replace(second.Id, second.Ticket with { ClientId = "b" });
        Assert.That((exchange.Order("a")?.Id, exchange.Order("b")?.Id), Is.EqualTo((first.Id, second.Id)));
    }

    [Test]
    public void Open_orders_are_those_that_are_not_over_oldest_first()
    {
        var (resting, canceled, expired) = (Submit("a"), Submit("b"), Submit("c"));
        var waiting = exchange.Submit(Ticket("d") with { Waits = true });
        exchange.Cancel(canceled.Id);
        exchange.Expire(expired.Id, "");
        Assert.That(exchange.OpenOrders.Select(order => order.Id), Is.EqualTo(new[] { resting.Id, waiting.Id }));
        exchange.Force(resting.Id, resting.Leaves);
        exchange.Release(waiting.Id);
        Assert.That(
            exchange.OpenOrders.Select(order => (order.Id, order.Status)), Is.EqualTo(new[] { (waiting.Id, SimOrderStatus.Working) }));
        Assert.That(exchange.Orders, Has.Count.EqualTo(4));
    }

    private SimOrder Submit(string name) => exchange.Submit(Ticket(name));

    private static SimTicket Ticket(string name) => new(name, "BTCUSDT", Side.Buy, SimOrderType.Limit, 0.01m, LimitPrice: 30_000m);
}
