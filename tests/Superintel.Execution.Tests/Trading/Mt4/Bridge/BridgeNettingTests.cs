using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>A pending order can only open a ticket: that one and those of the other side close each other, and nothing trades.</summary>
public sealed class BridgeNettingTests
{
    private const decimal Price = 1.20m;

    [Test]
    public async Task Pending_exit_that_trades_leaves_no_ticket_and_one_fill()
    {
        await using var bridged = await BridgedMt4.Start();
        await bridged.Broker.Submit(bridged.Ticket(), default);
        var exit = await Resting(bridged, 10_000m);
        var held = await bridged.Broker.Snapshot(default);
        bridged.Exchange.MoveTo("EURUSD", Price + 0.01m);
        var nets = new List<decimal>();
        await Eventually.True(
            async () =>
            {
                nets.Add((await bridged.Broker.Snapshot(default)).Positions.Sum(position => position.Quantity));
                return (await bridged.Client.Positions(default)).Value is [];
            },
            "the tickets have closed each other");
        var sold = ((QueryOutcome.Found)await bridged.Resolve(exit)).Order;
        Assert.Multiple(() =>
        {
            Assert.That(held.Positions.Single().Quantity, Is.EqualTo(10_000m));
            Assert.That(nets.Where(net => net is not (10_000m or 0m)), Is.Empty, "the net is right at each step");
            Assert.That((sold.Status, sold.Fills.Count), Is.EqualTo((BrokerOrderStatus.Filled, 1)));
            Assert.That(sold.Fills.Single().ExecutionId, Is.EqualTo(sold.VenueOrderId));
            Assert.That(bridged.Exchange.Fills, Has.Count.EqualTo(2));
        });
    }

    [TestCase(false)]
    [TestCase(true, Description = "the bridge has only its journal to know the rest by")]
    public async Task Rest_of_a_larger_ticket_stays_its_order_s_and_costs_are_told_once(bool restarts)
    {
        await using var bridged = await BridgedMt4.Start();
        await Bought(bridged, "b1");
        await Bought(bridged, "b2");
        await Resting(bridged, 15_000m);
        bridged.Exchange.MoveTo("EURUSD", Price + 0.01m);
        var left = await Left(bridged, 0.05m);
        if (restarts)
        {
            await bridged.StopBridge();
            await bridged.StartBridge();
            await bridged.StartTerminal();
        }
        await bridged.Client.Place(new("s2", "EURUSD", "SELL", "MARKET", 0.05m, null, null, 5350, Reduces: true), default);
        var told = (await bridged.Client.Events(0, TimeSpan.Zero, default)).Value!.Events.Select(one => one.Order!)
            .GroupBy(order => order.ClientOrderId).Select(group => group.Last()).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That((left.Side, left.ClientOrderId), Is.EqualTo(("BUY", "b2")), "the oldest was closed first");
            Assert.That(told.Sum(order => order.FilledLots), Is.EqualTo(0.40m));
            Assert.That(told.Sum(order => order.Commission), Is.EqualTo(bridged.Exchange.Fills.Sum(fill => fill.Fee)).Within(0.00001m));
        });
        Assert.That((await bridged.Client.Positions(default)).Value, Is.Empty);
    }

    [Test]
    public async Task Exit_larger_than_what_is_held_leaves_the_rest_of_its_own_ticket()
    {
        await using var bridged = await BridgedMt4.Start();
        await Bought(bridged, "b1");
        var exit = await Resting(bridged, 15_000m);
        bridged.Exchange.MoveTo("EURUSD", Price + 0.01m);
        var left = await Left(bridged, 0.05m);
        Assert.That((left.Side, left.ClientOrderId), Is.EqualTo(("SELL", Mt4Name.Of(exit.ClientOrderId))));
        Assert.That((await bridged.Broker.Snapshot(default)).Positions.Single().Quantity, Is.EqualTo(-5_000m));
    }

    [TestCase(TerminalMoment.BeforeTaking)]
    [TestCase(TerminalMoment.BeforeDoing)]
    [TestCase(TerminalMoment.AfterDoing)]
    public async Task Account_ends_flat_whenever_the_terminal_and_the_bridge_end(TerminalMoment moment)
    {
        await using var bridged = await BridgedMt4.Start();
        await Bought(bridged, "b1");
        await Resting(bridged, 10_000m);
        bridged.Terminal!.DiesAt = moment;
        bridged.Exchange.MoveTo("EURUSD", Price + 0.01m);
        await bridged.Terminal.Ended;
        await bridged.StopBridge();
        await bridged.StartBridge();
        await bridged.StartTerminal();
        await Eventually.True(async () => (await bridged.Client.Positions(default)).Value is [], "the tickets have closed each other");
        Assert.That(bridged.Exchange.Fills, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Tickets_that_the_broker_does_not_close_by_each_other_are_tried_again()
    {
        await using var bridged = await BridgedMt4.Start();
        await Bought(bridged, "b1");
        await Resting(bridged, 10_000m);
        foreach (var error in new[] { 146, 128, 2 }) bridged.Terminal!.Trades.Errors.Enqueue(error);
        bridged.Exchange.MoveTo("EURUSD", Price + 0.01m);
        await Eventually.True(async () => (await bridged.Client.Positions(default)).Value is [], "the tickets have closed each other");
        Assert.That(bridged.Terminal!.Trades.Errors, Is.Empty);
    }

    [Test]
    public async Task Tickets_of_somebody_else_are_left_alone()
    {
        await using var bridged = await BridgedMt4.Start();
        await bridged.Client.Place(new("p1", "EURUSD", "BUY", "MARKET", 0.10m, null, null, 0), default);
        await Resting(bridged, 10_000m);
        bridged.Exchange.MoveTo("EURUSD", Price + 0.01m);
        await Eventually.True(async () => (await bridged.Client.Positions(default)).Value is { Length: 2 }, "it has traded");
        // A later command has gone through the same look at the tickets.
        await bridged.Client.Place(new("x1", "GBPUSD", "BUY", "MARKET", 0.01m, null, null, 5350, Reduces: true), default);
        Assert.That((await bridged.Client.Positions(default)).Value, Has.Length.EqualTo(3));
    }

    private static async Task<OrderTicket> Resting(BridgedMt4 bridged, decimal quantity)
    {
        var exit = bridged.Ticket(OrderType.Limit, Price) with { Side = Side.Sell, Quantity = new Quantity(quantity) };
        Assert.That(await bridged.Broker.Submit(exit, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        return exit;
    }

    private static Task<Mt4Order> Bought(BridgedMt4 bridged, string id) => Eventually.Get(
        async () => (await bridged.Client.Place(
            new Mt4OrderRequest(id, "EURUSD", "BUY", "MARKET", 0.10m, null, null, 5350, Reduces: true), default)).Value!,
        order => order.State == "FILLED", "it is bought");

    private static async Task<Mt4Position> Left(BridgedMt4 bridged, decimal lots)
    {
        Mt4Position[]? held = null;
        await Eventually.True(
            async () => (held = (await bridged.Client.Positions(default)).Value) is [var one] && one.Lots == lots, $"{lots} lots are left");
        return held![0];
    }
}
