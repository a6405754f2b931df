using Superintel.TestKit;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;
using Superintel.VenueSimulator.Matching;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>kill -9 of the bridge while orders are under way.</summary>
public sealed class BridgeKillTests
{
    private const int Lives = 4;
    private const int OrdersInALife = 25;

    [Test]
    public async Task Bridge_killed_again_and_again_places_no_order_twice_and_loses_none()
    {
        var folder = Scratch.Folder("bridge");
        var (exchange, memory, draw) = (NewExchange(), new TerminalMemory(), new Random(20260105));
        for (var life = 0; life < Lives; life++)
        {
            using var bridge = await BridgeProcess.Start(folder);
            using var client = Client(bridge);
            await using var terminal = await Terminal(exchange, memory, bridge, client);
            var placing = Enumerable.Range(life * OrdersInALife, OrdersInALife).Select(i => client.Place(Order(i), default)).ToArray();
            var enough = exchange.Read(x => x.Orders.Count) + draw.Next(1, 8);
            await Eventually.True(() => exchange.Read(x => x.Orders.Count) >= enough, "orders are under way");
            bridge.Kill();
            await Task.WhenAll(placing);
        }

        using var last = await BridgeProcess.Start(folder);
        using var asking = Client(last);
        await using var expert = await Terminal(exchange, memory, last, asking);
        for (var i = 0; i < Lives * OrdersInALife; i++) await Settled(asking, exchange, Order(i).ClientOrderId);
        var told = (await asking.Events(0, TimeSpan.Zero, default)).Value!.Events;
        Assert.That(told.Select(one => one.Seq), Is.EqualTo(Enumerable.Range(1, told.Count)));
        Assert.That(exchange.Read(x => x.Orders.GroupBy(order => order.Ticket.ClientId).Max(group => group.Count())), Is.EqualTo(1));
    }

    [Test]
    public async Task Orders_refused_for_a_reason_that_passes_and_sent_again_over_kills_are_placed_once_each()
    {
        var folder = Scratch.Folder("bridge");
        var (exchange, memory, draw) = (NewExchange(), new TerminalMemory(), new Random(20260106));
        var orders = Enumerable.Range(0, OrdersInALife).Select(Order).ToArray();
        for (var life = 0; life <= Lives; life++)
        {
            using var bridge = await BridgeProcess.Start(folder);
            using var client = Client(bridge);
            await using var terminal = await Terminal(exchange, memory, bridge, client);
            // One refusal for each order and life: what is killed in between has been refused, sent again, or both.
            foreach (var _ in orders) terminal.Trades.Errors.Enqueue(146);
            using var alive = new CancellationTokenSource();
            var sending = orders.Select(order => Repeat(client, order, alive.Token)).ToArray();
            if (life < Lives)
            {
                var enough = OrdersInALife - draw.Next(1, OrdersInALife);
                await Eventually.True(
                    () => terminal.Trades.Errors.Count <= enough || sending.All(one => one.IsCompleted), "orders are being refused");
                await alive.CancelAsync();
                bridge.Kill();
            }
            await Task.WhenAll(sending);
        }
        Assert.That(exchange.Read(x => x.Orders.Select(order => order.Ticket.ClientId).Order(StringComparer.Ordinal).ToArray()),
            Is.EqualTo(orders.Select(order => order.ClientOrderId).Order(StringComparer.Ordinal)));
    }

    /// <summary>As Execution does: sent again as long as the answer is that nothing was placed, and asked for when nobody knows.</summary>
    private static async Task Repeat(Mt4Client client, Mt4OrderRequest order, CancellationToken alive)
    {
        var isUnknown = true; // what an earlier life sent
        while (!alive.IsCancellationRequested)
        {
            if (isUnknown) isUnknown = (await client.ByClientId(order.ClientOrderId, default)).Value is { State: "UNKNOWN" };
            if (isUnknown) continue;
            var answer = await client.Place(order, default);
            if (answer.IsGiven) return;
            isUnknown = answer.Failure.Kind == Mt4FailureKind.Unknown;
        }
    }

    /// <summary>What the bridge says of an order in the end is what the exchange has of it.</summary>
    private static async Task Settled(Mt4Client client, SimExchange exchange, string id)
    {
        Mt4Answer<Mt4Order>? answer = null;
        await Eventually.True(
            async () => (answer = await client.ByClientId(id, default)).Value is not { State: "UNKNOWN" }, $"the bridge knows of {id}");
        var placed = exchange.Read(x => x.Order(id));
        var state = answer!.Value?.State ?? "never seen";
        Assert.That(state, placed is null ? Is.EqualTo("never seen").Or.EqualTo("DEFERRED") : Is.EqualTo("FILLED"));
        Assert.That(answer.Value?.Ticket, Is.EqualTo(placed?.Id));
    }

    private static Mt4Client Client(BridgeProcess bridge) => new(new Mt4ClientOptions { Url = bridge.Url, Token = BridgedMt4.Token });

    private static Mt4OrderRequest Order(int i) => new($"k{i}", "EURUSD", i % 2 == 0 ? "BUY" : "SELL", "MARKET", 0.01m, null, null, 5350);

    private static async Task<TerminalDouble> Terminal(SimExchange exchange, TerminalMemory memory, BridgeProcess bridge, Mt4Client client)
    {
        var terminal = new TerminalDouble(exchange, memory, bridge.TerminalUrl, BridgedMt4.TerminalToken);
        await Eventually.True(
            async () => (await client.Health(default)).Value is { TerminalConnected: true }, "the terminal is at the bridge");
        return terminal;
    }

    private static SimExchange NewExchange()
    {
        var exchange = new SimExchange(Mt4Market.Instruments, seed: 1, TimeProvider.System, feeRate: 0.00002m) { FillsWhole = true };
        exchange.Account.Deposit("USD", 1_000_000m);
        return exchange;
    }
}
