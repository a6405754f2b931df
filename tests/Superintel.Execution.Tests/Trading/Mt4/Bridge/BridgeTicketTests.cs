using Superintel.Execution.Trading;
using Superintel.TestKit;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>Orders that close tickets, closes by ticket, changes and parts, at the real bridge.</summary>
public sealed class BridgeTicketTests
{
    [Test]
    public async Task Order_against_open_tickets_closes_the_oldest_first_and_opens_what_is_left()
    {
        await using var bridged = await BridgedMt4.Start();
        var (first, second) = (await Bought(bridged, "b1", 0.10m), await Bought(bridged, "b2", 0.10m));
        var sold = (await bridged.Client.Place(Sell("s1", 0.15m), default)).Value!;
        var rest = (await bridged.Client.Positions(default)).Value!.Single();
        var turned = (await bridged.Client.Place(Sell("s2", 0.08m), default)).Value!;
        var last = (await bridged.Client.Positions(default)).Value!.Single();
        Assert.Multiple(() =>
        {
            Assert.That((sold.State, sold.FilledLots), Is.EqualTo(("FILLED", 0.15m)));
            Assert.That(sold.Executions!.Select(one => (one.Ticket, one.Kind, one.Lots, one.NewTicket)), Is.EqualTo(new[]
            {
                (first, "CLOSE", 0.10m, (long?)null), (second, "CLOSE", 0.05m, (long?)rest.Ticket),
            }));
            Assert.That((rest.Side, rest.Lots, rest.ClientOrderId), Is.EqualTo(("BUY", 0.05m, "b2")), "it is the order's that opened it");
            Assert.That(turned.Executions!.Select(one => (one.Ticket, one.Kind, one.Lots)), Is.EqualTo(new[]
            {
                (rest.Ticket, "CLOSE", 0.05m), (last.Ticket, "OPEN", 0.03m),
            }));
            Assert.That((last.Side, last.Lots, turned.Ticket), Is.EqualTo(("SELL", 0.03m, (long?)last.Ticket)));
        });
    }

    [Test]
    public async Task Order_reduces_only_tickets_of_its_own_magic_number()
    {
        await using var bridged = await BridgedMt4.Start();
        await bridged.Client.Place(new("p1", "EURUSD", "BUY", "MARKET", 0.10m, null, null, 0), default);
        await bridged.Client.Place(Sell("s1", 0.10m), default);
        Assert.That((await bridged.Client.Positions(default)).Value!.Select(one => (one.Side, one.Magic)),
            Is.EquivalentTo(new[] { ("BUY", 0L), ("SELL", 5350L) }));
    }

    [TestCase(false)]
    [TestCase(true, Description = "the bridge has only its journal to know the ticket by")]
    public async Task Exit_closes_the_ticket_that_a_pending_order_opened(bool restarts)
    {
        await using var bridged = await BridgedMt4.Start();
        var entry = bridged.Ticket(OrderType.Limit, 1.05m);
        await bridged.Broker.Submit(entry, default);
        bridged.Exchange.MoveTo("EURUSD", 1.04m);
        var opened = await Eventually.Get(
            () => bridged.Resolve(entry), asked => asked is QueryOutcome.Found { Order.Status: BrokerOrderStatus.Filled }, "it has traded");
        if (restarts)
        {
            await bridged.StopBridge();
            await bridged.StartBridge();
            await bridged.StartTerminal();
        }
        var exit = bridged.Ticket() with { Side = Kernel.Side.Sell };
        await bridged.Broker.Submit(exit, default);
        var closed = ((QueryOutcome.Found)await bridged.Resolve(exit)).Order;

        Assert.That(closed.Fills.Single().ExecutionId, Is.EqualTo($"close-{((QueryOutcome.Found)opened).Order.VenueOrderId}"));
        Assert.That((await bridged.Client.Positions(default)).Value, Is.Empty, "and no ticket of the other side stands beside it");
    }

    [Test]
    public async Task Leg_that_the_broker_refuses_ends_the_order_with_what_was_done()
    {
        await using var bridged = await BridgedMt4.Start();
        var first = await Bought(bridged, "b1", 0.10m);
        await bridged.Client.Place(new("b2", "GBPUSD", "BUY", "MARKET", 0.10m, null, null, 5350), default);
        bridged.Terminal!.Trades.RefusesAfter = 1;
        var sold = (await bridged.Client.Place(Sell("s1", 0.15m), default)).Value!;
        Assert.That((sold.State, sold.FilledLots, sold.Executions!.Single().Ticket), Is.EqualTo(("CANCELLED", 0.10m, first)));
        Assert.That((await bridged.Client.Positions(default)).Value!.Select(one => one.Symbol), Is.EqualTo(["GBPUSD"]));
    }

    [Test]
    public async Task Leg_refused_for_a_reason_that_passes_follows_while_somebody_waits_for_the_order()
    {
        await using var bridged = await BridgedMt4.Start();
        var (first, second) = (await Bought(bridged, "b1", 0.10m), await Bought(bridged, "b2", 0.10m));
        (bridged.Terminal!.Trades.RefusesAfter, bridged.Terminal.Trades.RefusesWith) = (1, 138);
        var sold = (await bridged.Client.Place(Sell("s1", 0.20m), default)).Value!;
        Assert.That((sold.State, sold.FilledLots), Is.EqualTo(("FILLED", 0.20m)));
        Assert.That(sold.Executions!.Select(one => one.Ticket), Is.EqualTo([first, second]));
    }

    [Test]
    public async Task Leg_that_is_refused_again_and_again_ends_the_order_with_what_was_done()
    {
        await using var bridged = await BridgedMt4.Start();
        await Bought(bridged, "b1", 0.10m);
        await Bought(bridged, "b2", 0.10m);
        bridged.Terminal!.Trades.Done = () =>
        {
            if (bridged.Terminal.Trades.Errors.Count == 0) bridged.Terminal.Trades.Errors.Enqueue(146);
        };
        var sold = (await bridged.Client.Place(Sell("s1", 0.20m), default)).Value!;
        Assert.That((sold.State, sold.FilledLots), Is.EqualTo(("CANCELLED", 0.10m)));
    }

    [Test]
    public async Task Part_that_the_broker_fills_of_a_market_order_is_its_fill_and_the_rest_is_over()
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Parts.Enqueue(0.06m);
        var ticket = bridged.Ticket();
        await bridged.Broker.Submit(ticket, default);
        var order = ((QueryOutcome.Found)await bridged.Resolve(ticket)).Order;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var told = await bridged.Broker.Events(limit.Token).TakeWhile(one => one is not BrokerEvent.Canceled).ToArrayAsync(limit.Token);
        Assert.Multiple(() =>
        {
            Assert.That((order.Status, order.Fills.Single().Quantity.Value), Is.EqualTo((BrokerOrderStatus.Canceled, 6_000m)));
            Assert.That(told.OfType<BrokerEvent.Filled>().Single().Quantity.Value, Is.EqualTo(6_000m));
        });
    }

    [Test]
    public async Task Close_is_done_once_however_often_it_is_asked_for()
    {
        await using var bridged = await BridgedMt4.Start();
        var ticket = await Bought(bridged, "b1", 0.10m);
        var close = new Mt4CloseRequest("c1", 0.04m);
        var first = (await bridged.Client.Close(ticket, close, default)).Value!;
        await bridged.StopBridge();
        await bridged.StartBridge();
        await bridged.StartTerminal();
        var again = (await bridged.Client.Close(ticket, close, default)).Value!;
        var whole = await bridged.Client.Close(ticket, close with { Lots = null }, default);
        var order = await bridged.Client.Place(Sell("c1", 0.04m), default);
        var over = await bridged.Client.Close(ticket, new Mt4CloseRequest("c2"), default);
        Assert.Multiple(() =>
        {
            Assert.That(again, Is.EqualTo(first));
            Assert.That(first.ClosedLots, Is.EqualTo(0.04m));
            Assert.That((whole.Failure?.Code, order.Failure?.Code), Is.EqualTo(("DUPLICATE_ID", "DUPLICATE_ID")));
            Assert.That(over.Failure?.Code, Is.EqualTo("NOT_FOUND").Or.EqualTo("NOT_OPEN"));
            Assert.That(bridged.Exchange.Fills, Has.Count.EqualTo(2));
        });
        Assert.That((await bridged.Client.Positions(default)).Value!.Select(one => (one.Ticket, one.Lots, one.ClientOrderId)),
            Is.EqualTo([(first.NewTicket!.Value, 0.06m, "b1")]), "after a restart it is still known whose rest that is");
    }

    [TestCase(TerminalMoment.BeforeTaking, "DEFERRED")]
    [TestCase(TerminalMoment.BeforeDoing, "UNKNOWN")]
    [TestCase(TerminalMoment.AfterDoing, "FILLED")]
    public async Task Close_in_hand_when_the_terminal_ends_is_found_or_stays_unknown(TerminalMoment moment, string state)
    {
        await using var bridged = await BridgedMt4.Start();
        var ticket = await Bought(bridged, "b1", 0.10m);
        bridged.Terminal!.DiesAt = moment;
        var answer = await bridged.Client.Close(ticket, new Mt4CloseRequest("c1"), default);
        await bridged.StopBridge();
        await bridged.StartBridge();
        await bridged.StartTerminal();
        Assert.That(answer.Failure!.Kind, Is.EqualTo(Mt4FailureKind.Unknown));
        await Eventually.True(() => bridged.Memory.Results.Count == 0, "the expert's own word has come");
        Mt4Order? order = null;
        await Eventually.True(
            async () => (order = (await bridged.Client.ByClientId("c1", default)).Value)?.State == state, $"the close is {state}");
        Assert.That(bridged.Exchange.Fills, Has.Count.EqualTo(state == "FILLED" ? 2 : 1), "and is not done again");
    }

    [Test]
    public async Task Order_whose_terminal_ends_between_two_legs_is_over_with_the_first()
    {
        await using var bridged = await BridgedMt4.Start();
        await Bought(bridged, "b1", 0.10m);
        await Bought(bridged, "b2", 0.10m);
        bridged.Terminal!.Trades.Done = () => bridged.Terminal.DiesAt = TerminalMoment.BeforeTaking;
        var placing = bridged.Client.Place(Sell("s1", 0.20m), default);
        await bridged.Terminal.Ended;
        await placing;
        await bridged.StartTerminal();
        Mt4Order? order = null;
        await Eventually.True(
            async () => (order = (await bridged.Client.ByClientId("s1", default)).Value)?.State == "CANCELLED", "the rest is given up");
        Assert.That((order!.FilledLots, bridged.Exchange.Fills.Count), Is.EqualTo((0.10m, 3)));
    }

    [Test]
    public async Task Pending_order_is_changed_and_the_change_is_told()
    {
        await using var bridged = await BridgedMt4.Start();
        var placed = await bridged.Client.Place(new("l1", "EURUSD", "BUY", "LIMIT", 0.10m, 1.05m, null, 5350), default);
        var ticket = placed.Value!.Ticket!.Value;
        var changed = (await bridged.Client.Change(ticket, new Mt4OrderChange(1.04m, StopLoss: 1.03m), default)).Value!;
        var gone = (await bridged.Client.Change(ticket, new Mt4OrderChange(StopLoss: 0m), default)).Value!;
        var known = (await bridged.Client.ByClientId("l1", default)).Value!;
        var told = (await bridged.Client.Events(0, TimeSpan.Zero, default)).Value!.Events[^1].Order!;
        Assert.Multiple(() =>
        {
            Assert.That((changed.State, changed.Price, changed.StopLoss), Is.EqualTo(("WORKING", (decimal?)1.04m, (decimal?)1.03m)));
            Assert.That((gone.Price, gone.StopLoss), Is.EqualTo(((decimal?)1.04m, (decimal?)null)));
            Assert.That((known.Price, told.Price, told.State), Is.EqualTo(((decimal?)1.04m, (decimal?)1.04m, "WORKING")));
        });
        bridged.Exchange.MoveTo("EURUSD", 1.045m);
        Assert.That((await bridged.Client.ByClientId("l1", default)).Value!.State, Is.EqualTo("WORKING"), "at 1.05 it would have traded");
    }

    [Test]
    public async Task Stops_of_an_open_ticket_are_changed_and_its_price_is_not()
    {
        await using var bridged = await BridgedMt4.Start();
        var ticket = await Bought(bridged, "b1", 0.10m);
        var stopped = (await bridged.Client.Change(ticket, new Mt4OrderChange(StopLoss: 1.05m), default)).Value!;
        Assert.That((stopped.State, stopped.StopLoss), Is.EqualTo(("FILLED", (decimal?)1.05m)));
        Assert.That((await bridged.Client.Change(ticket, new Mt4OrderChange(1.05m), default)).Failure!.Code, Is.EqualTo("NOT_PENDING"));
        Assert.That((await bridged.Client.Change(999, new Mt4OrderChange(1.05m), default)).Failure!.Code, Is.EqualTo("NOT_FOUND"));
        Assert.That((await bridged.Client.Change(ticket, new Mt4OrderChange(), default)).Failure!.Code, Is.EqualTo("INVALID"));
        bridged.Exchange.MoveTo("EURUSD", 1.04m);
        await Eventually.True(async () => (await bridged.Client.Positions(default)).Value is [], "the broker closes it at its stop");
        var until = TimeProvider.System.GetUtcNow().AddHours(1);
        var trade = (await bridged.Client.History(DateTimeOffset.UnixEpoch, until, default)).Value!.Single();
        Assert.That((trade.Ticket, trade.Lots, trade.ClientOrderId), Is.EqualTo((ticket, 0.10m, "b1")));
        Assert.That(trade.Profit, Is.LessThan(0m));
    }

    [Test]
    public async Task Account_and_symbols_tell_what_the_contract_names()
    {
        await using var bridged = await BridgedMt4.Start();
        await Bought(bridged, "b1", 0.10m);
        var symbol = (await bridged.Client.Symbols("EURUSD", default)).Value!.Single();
        var held = (await bridged.Client.Positions(default)).Value!.Single();
        Assert.That((symbol.TradeMode, symbol.TickValue), Is.EqualTo(("FULL", 1m)));
        Assert.That((held.Magic, held.Comment, held.Commission < 0m), Is.EqualTo((5350L, "b1", true)));
        Assert.That((await bridged.Client.Account(default)).Value!.MarginLevel, Is.Null, "there is no margin");
    }

    private static Mt4OrderRequest Sell(string id, decimal lots) =>
        new(id, "EURUSD", "SELL", "MARKET", lots, null, null, 5350, Reduces: true);

    private static async Task<long> Bought(BridgedMt4 bridged, string id, decimal lots)
    {
        var order = new Mt4OrderRequest(id, "EURUSD", "BUY", "MARKET", lots, null, null, 5350, Reduces: true);
        return (await bridged.Client.Place(order, default)).Value!.Ticket!.Value;
    }
}
