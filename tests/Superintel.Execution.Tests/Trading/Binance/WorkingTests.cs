using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Rules;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>Filters that count what works and what is held: applied where that is sure.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WorkingTests
{
    private static readonly SymbolInfo Bitcoin = new("BTCUSDT", true, "BTC", "USDT", [], SymbolFilters.None);
    private readonly BinanceWorking working = new();

    [Test]
    public void Stops_are_counted_among_what_works()
    {
        working.Works("BTCUSDT", "a", Side.Buy, "LIMIT", 1m);
        working.Works("BTCUSDT", "b", Side.Sell, "STOP_LOSS_LIMIT", 1m);
        working.Works("BTCUSDT", "b", Side.Sell, "STOP_LOSS_LIMIT", 1m);
        working.Works("ETHUSDT", "c", Side.Buy, "LIMIT", 1m);
        Assert.That((Context.OpenOrders, Context.OpenAlgoOrders), Is.EqualTo((2, 1)));
        working.Ends("BTCUSDT", "b");
        Assert.That((Context.OpenOrders, Context.OpenAlgoOrders), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Order_that_ended_unheard_is_not_counted_after_the_next_list_and_one_begun_meanwhile_is()
    {
        working.Works("BTCUSDT", "gone", Side.Buy, "LIMIT", 1m);
        var asked = working.Ask();
        working.Works("BTCUSDT", "new", Side.Buy, "LIMIT", 1m);
        working.Renew(asked, []);
        Assert.That(Context.OpenOrders, Is.EqualTo(1));
    }

    [Test]
    public void Position_is_what_is_held_and_being_bought_until_something_trades()
    {
        Assert.That(Context.Position, Is.Null, "nothing was asked for yet");
        working.Holds(working.Ask(), [new Balance("BTC", 4m, 1m)]);
        working.Works("BTCUSDT", "a", Side.Buy, "LIMIT", 1.5m);
        working.Works("BTCUSDT", "b", Side.Sell, "LIMIT", 4m);
        Assert.That(Context.Position, Is.EqualTo(6.5m));
        working.Traded("BTCUSDT");
        Assert.That(Context.Position, Is.Null);
        working.Holds(working.Ask(), []);
        Assert.That(Context.Position, Is.EqualTo(1.5m), "what the list of balances leaves out is nothing");
    }

    [Test]
    public void What_is_counted_is_what_a_recount_gives_after_any_changes([Range(1, 20)] int seed)
    {
        var (random, plain) = (new Random(seed), new SortedDictionary<string, (Side Side, string Type, decimal Leaves)>());
        working.Holds(working.Ask(), []);
        for (var change = 0; change < 200; change++)
        {
            var name = $"n{random.Next(12)}";
            if (random.Next(10) == 0)
            {
                SpotOrder[] open = [.. plain.Keys.Where(_ => random.Next(2) == 0).Select(Open)];
                working.Renew(working.Ask(), open);
                foreach (var gone in plain.Keys.Except(open.Select(order => order.ClientOrderId)).ToArray()) plain.Remove(gone);
            }
            else if (random.Next(3) == 0)
            {
                working.Ends("BTCUSDT", name);
                plain.Remove(name);
            }
            else
            {
                var (side, type) = (random.Next(2) == 0 ? Side.Buy : Side.Sell, random.Next(3) == 0 ? "STOP_LOSS" : "LIMIT");
                var leaves = random.Next(1, 99) / 8m;
                working.Works("BTCUSDT", name, side, type, leaves);
                plain[name] = (side, type, leaves);
            }
            Assert.That(Context, Is.EqualTo(new OrderContext(
                null, plain.Count, plain.Values.Count(one => one.Type == "STOP_LOSS"),
                plain.Values.Where(one => one.Side == Side.Buy).Sum(one => one.Leaves))), $"change {change}");
        }
    }

    [Test]
    public async Task Stop_beyond_the_most_is_deferred_and_leaves_when_there_is_room()
    {
        await using var exchange = await SimulatedBinance.Start();
        var broker = exchange.Venue.Broker;
        OrderTicket Stop() => exchange.Ticket(Side.Sell, OrderType.Stop, quantity: 0.001m) with { StopPrice = 45_000m };
        var first = Stop();
        await broker.Submit(first, default);
        for (var number = 1; number < 20; number++) await broker.Submit(Stop(), default);
        var last = Stop();
        Assert.That((await broker.Submit(last, default) as SubmitOutcome.Deferred)?.Code, Is.EqualTo("max-num-algo-orders"));
        Assert.That(exchange.Server.Exchange.Orders, Has.Count.EqualTo(20), "nothing was sent");

        await broker.Cancel(new OrderReference("binance", "spot", first.ClientOrderId, first.Instrument, null, first.CreatedAt), default);
        Assert.That(await broker.Submit(last, default), Is.InstanceOf<SubmitOutcome.Accepted>());
    }

    [Test]
    public async Task Purchase_beyond_the_largest_position_never_leaves_and_a_sale_does()
    {
        await using var exchange = await SimulatedBinance.Start();
        exchange.Server.Exchange.Account.Deposit("BTC", 19_985m); // 10 were there, 20,000 are the most
        var broker = exchange.Venue.Broker;
        await broker.Snapshot(default);
        var bought = await broker.Submit(exchange.Ticket(Side.Buy, OrderType.Limit, 49_000m, 5.1m), default);
        Assert.That((bought as SubmitOutcome.Rejected)?.Code, Is.EqualTo("max-position"));
        Assert.That(exchange.Server.Exchange.Orders, Is.Empty);
        var sold = await broker.Submit(exchange.Ticket(Side.Sell, OrderType.Limit, 51_000m, 5.1m), default);
        Assert.That(sold, Is.InstanceOf<SubmitOutcome.Accepted>());
    }

    private static SpotOrder Open(string name) => new(
        "BTCUSDT", 1, name, OrderStatus.New, Side.Buy, "LIMIT", "GTC", 1m, 0m, 1m, 0m, 0m, DateTimeOffset.UnixEpoch, []);

    private OrderContext Context => working.Context(Bitcoin, null);
}
