using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.Mt4Bridge.Journal;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>What MetaTrader refuses for a reason that passes is sent again under its name, and placed once; the rest is not.</summary>
public sealed class BridgeRefusalTests
{
    [Test]
    public async Task Order_refused_for_a_reason_that_passes_is_deferred_and_placed_once_when_it_is_sent_again(
        [Values(4, 6, 8, 129, 132, 135, 136, 137, 138, 139, 141, 146, 148, 4109)] int error)
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Errors.Enqueue(error);
        var ticket = bridged.Ticket();
        var first = await bridged.Broker.Submit(ticket, default);
        var between = (await bridged.Client.ByClientId(Mt4Name.Of(ticket.ClientOrderId)!, default)).Value!.State;
        var placed = bridged.Exchange.Orders.Count;
        var second = await bridged.Broker.Submit(ticket, default);
        var third = await bridged.Broker.Submit(ticket, default);
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.InstanceOf<SubmitOutcome.Deferred>());
            Assert.That((between, placed), Is.EqualTo(("DEFERRED", 0)));
            Assert.That(new[] { second, third }, Is.All.InstanceOf<SubmitOutcome.Accepted>());
            Assert.That(bridged.Exchange.Orders, Has.Count.EqualTo(1));
        });
        Assert.That(await Told(bridged), Is.EqualTo([typeof(BrokerEvent.Accepted), typeof(BrokerEvent.Filled)]), "nobody hears of an end");
    }

    [Test]
    public async Task Order_refused_for_a_reason_that_lasts_is_rejected_for_ever(
        [Values(3, 5, 64, 65, 130, 131, 133, 134, 140, 145, 147, 149, 150, 4106, 4110, 4111)] int error)
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Errors.Enqueue(error);
        var ticket = bridged.Ticket();
        var outcomes = new[] { await bridged.Broker.Submit(ticket, default), await bridged.Broker.Submit(ticket, default) };
        Assert.That(outcomes, Is.All.InstanceOf<SubmitOutcome.Rejected>());
        Assert.That(bridged.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Order_of_which_the_error_proves_nothing_is_unknown_and_not_sent_again(
        [Values(1, 2, 7, 9, 128, 142, 143, 144)] int error)
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Errors.Enqueue(error);
        var ticket = bridged.Ticket();
        var outcomes = new[] { await bridged.Broker.Submit(ticket, default), await bridged.Broker.Submit(ticket, default) };
        Assert.That(outcomes, Is.All.InstanceOf<SubmitOutcome.Unknown>());
        Assert.That(bridged.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Price_that_is_invalid_passes_at_the_market_and_lasts_where_the_order_said_it()
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Errors.Enqueue(129);
        Assert.That(await bridged.Broker.Submit(bridged.Ticket(OrderType.Limit, 1.05m), default), Is.InstanceOf<SubmitOutcome.Rejected>());
    }

    [Test]
    public async Task Exit_that_is_sent_again_closes_the_tickets_that_are_there_then()
    {
        await using var bridged = await BridgedMt4.Start();
        var (first, second) = (await Bought(bridged, "b1"), await Bought(bridged, "b2"));
        bridged.Terminal!.Trades.Errors.Enqueue(136);
        var exit = new Mt4OrderRequest("s1", "EURUSD", "SELL", "MARKET", 0.10m, null, null, 5350, Reduces: true);
        var refused = await bridged.Client.Place(exit, default);
        await bridged.Client.Close(first, new Mt4CloseRequest("c1"), default);
        var sold = (await bridged.Client.Place(exit, default)).Value!;
        Assert.Multiple(() =>
        {
            Assert.That((refused.Failure!.Kind, refused.Failure.MtCode), Is.EqualTo((Mt4FailureKind.NotDone, 136)));
            Assert.That((sold.State, sold.Executions!.Single().Ticket), Is.EqualTo(("FILLED", second)));
        });
        Assert.That((await bridged.Client.Positions(default)).Value, Is.Empty);
    }

    [Test]
    public async Task Close_by_ticket_that_was_refused_for_a_reason_that_passes_is_done_once_when_it_is_asked_for_again()
    {
        await using var bridged = await BridgedMt4.Start();
        var ticket = await Bought(bridged, "b1");
        bridged.Terminal!.Trades.Errors.Enqueue(138);
        var refused = await bridged.Client.Close(ticket, new Mt4CloseRequest("c1", 0.04m), default);
        var closed = (await bridged.Client.Close(ticket, new Mt4CloseRequest("c1", 0.04m), default)).Value!;
        var again = (await bridged.Client.Close(ticket, new Mt4CloseRequest("c1", 0.04m), default)).Value!;
        Assert.That((refused.Failure!.Kind, closed.ClosedLots, again), Is.EqualTo((Mt4FailureKind.NotDone, 0.04m, closed)));
        Assert.That((await bridged.Client.Positions(default)).Value!.Single().Lots, Is.EqualTo(0.06m));
    }

    [Test]
    public async Task Name_of_a_deferred_order_is_of_no_other()
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Errors.Enqueue(146);
        var order = new Mt4OrderRequest("o1", "EURUSD", "BUY", "MARKET", 0.10m, null, null, 5350);
        await bridged.Client.Place(order, default);
        Assert.That((await bridged.Client.Place(order with { Lots = 0.2m }, default)).Failure!.Code, Is.EqualTo("DUPLICATE_ID"));
        Assert.That(bridged.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Many_that_send_a_deferred_order_again_at_once_place_one()
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Errors.Enqueue(146);
        var order = new Mt4OrderRequest("o1", "EURUSD", "BUY", "MARKET", 0.10m, null, null, 5350);
        await bridged.Client.Place(order, default);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bridged.Client.Place(order, default)));
        Assert.That(answers.Select(answer => answer.Value?.State), Is.All.EqualTo("FILLED"));
        Assert.That(bridged.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Bridge_that_ended_after_the_refusal_knows_that_the_order_may_come_again()
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Errors.Enqueue(137);
        var ticket = bridged.Ticket();
        await bridged.Broker.Submit(ticket, default);
        await bridged.StopBridge();
        await bridged.StartBridge();
        await bridged.StartTerminal();
        var known = await bridged.Resolve(ticket);
        var again = await bridged.Broker.Submit(ticket, default);
        await bridged.StopBridge();
        await bridged.StartBridge();
        await bridged.StartTerminal();
        Assert.That(known, Is.InstanceOf<QueryOutcome.NotPlaced>());
        Assert.That(again, Is.InstanceOf<SubmitOutcome.Accepted>());
        Assert.That(await bridged.Broker.Submit(ticket, default), Is.EqualTo(again), "and then it is there");
        Assert.That(bridged.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Order_that_a_bridge_of_an_older_contract_had_refused_stays_rejected()
    {
        await using var bridged = await BridgedMt4.Start();
        await bridged.StopBridge();
        var ticket = bridged.Ticket();
        var name = Mt4Name.Of(ticket.ClientOrderId)!;
        var order = new Mt4OrderRequest(name, "EURUSD", "BUY", "MARKET", 0.10m, null, null, 5350, Reduces: true);
        using (var journal = JournalFile.Open(bridged.Folder, _ => { }))
        {
            journal.Append(new OrderTaken(ticket.CreatedAt, order));
            journal.Append(new OrderTold(
                1, ticket.CreatedAt, new Mt4Order(name, "REJECTED", null, "EURUSD", "BUY", 0.10m, 0m, null, null, 0m, null), 146));
        }
        await bridged.StartBridge();
        await bridged.StartTerminal();
        Assert.That(await bridged.Broker.Submit(ticket, default), Is.InstanceOf<SubmitOutcome.Rejected>(), "its name is used up there");
        Assert.That(bridged.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Refusal_proves_nothing_while_a_later_request_may_be_on_its_way()
    {
        await using var bridged = await BridgedMt4.Start();
        bridged.Terminal!.Trades.Errors.Enqueue(146);
        var ticket = bridged.Ticket() with { CreatedAt = TimeProvider.System.GetUtcNow().AddHours(1) };
        await bridged.Broker.Submit(ticket, default);
        Assert.That(await bridged.Broker.Query(SimulatedMt4.Reference(ticket), default), Is.InstanceOf<QueryOutcome.Unavailable>());
    }

    private static async Task<Type[]> Told(BridgedMt4 bridged)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var told = new List<Type>();
        await foreach (var happened in bridged.Broker.Events(limit.Token))
        {
            told.Add(happened.GetType());
            if (happened is BrokerEvent.Filled) break;
        }
        return [.. told];
    }

    private static async Task<long> Bought(BridgedMt4 bridged, string id)
    {
        var order = new Mt4OrderRequest(id, "EURUSD", "BUY", "MARKET", 0.10m, null, null, 5350, Reduces: true);
        return (await bridged.Client.Place(order, default)).Value!.Ticket!.Value;
    }
}
