using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.TestKit;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Trading.Mt4;

/// <summary>Whatever the bridge does, an order is placed at most once, and what became of it is found by asking.</summary>
public sealed class Mt4FaultTests
{
    [TestCase("lost-acknowledgement")]
    [TestCase("ack-after-timeout")]
    [TestCase("error-after-acceptance")]
    [TestCase("nightly-reset")]
    public async Task Order_whose_answer_never_came_is_unknown_and_then_found_once(string fault)
    {
        await using var mt4 = await SimulatedMt4.Start(fault);
        var ticket = mt4.Ticket();
        var outcome = await mt4.Broker.Submit(ticket, default);
        var asked = await mt4.Resolve(ticket);
        Assert.Multiple(() =>
        {
            Assert.That(outcome, Is.InstanceOf<SubmitOutcome.Unknown>());
            Assert.That((asked as QueryOutcome.Found)?.Order.Status, Is.EqualTo(BrokerOrderStatus.Filled));
            Assert.That((asked as QueryOutcome.Found)?.Order.Fills.Sum(fill => fill.Quantity.Value), Is.EqualTo(10_000m));
            Assert.That(mt4.Server.Exchange.Orders, Has.Count.EqualTo(1));
        });
    }

    [TestCase("silent-session-loss")]
    [TestCase("rate-limit-ban")]
    [TestCase("busy-terminal")]
    public async Task Order_that_the_bridge_did_not_take_is_deferred_and_leaves_once_when_it_does(string fault)
    {
        await using var mt4 = await SimulatedMt4.Start(fault);
        var ticket = mt4.Ticket();
        var outcome = await mt4.Broker.Submit(ticket, default);
        Assert.That((outcome as SubmitOutcome.Deferred)?.Code, Is.EqualTo("venue-unavailable"));
        Assert.That(mt4.Server.Exchange.Orders, Is.Empty);

        await Eventually.True(
            async () => (outcome = await mt4.Broker.Submit(ticket, default)) is not SubmitOutcome.Deferred, "it takes orders again");
        Assert.That(outcome, Is.InstanceOf<SubmitOutcome.Accepted>());
        Assert.That(mt4.Server.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Order_that_the_terminal_was_too_busy_for_was_not_placed_and_is_no_rejection_of_its_name()
    {
        await using var mt4 = await SimulatedMt4.Start("busy-terminal");
        var ticket = mt4.Ticket();
        await mt4.Broker.Submit(ticket, default);
        Assert.That(await mt4.Resolve(ticket), Is.InstanceOf<QueryOutcome.NotPlaced>());
        using var client = new Mt4Client(mt4.Options.Bridge);
        var name = Mt4Name.Of(ticket.ClientOrderId)!;
        var other = new Mt4OrderRequest(name, "EURUSD", "SELL", "MARKET", 0.2m, null, null, mt4.Options.Magic);
        Assert.That((await client.Place(other, default)).Failure?.Code, Is.EqualTo("DUPLICATE_ID"), "the name is that order's");
        Assert.That((await client.ByClientId(name, default)).Value?.State, Is.EqualTo("DEFERRED"));
    }

    [TestCase("truncated-frame")]
    [TestCase("garbage-frame")]
    [TestCase("disconnect")]
    [TestCase("slow-drip")]
    public async Task Answers_that_are_damaged_or_slow_end_in_one_order(string fault)
    {
        await using var mt4 = await SimulatedMt4.Start(fault);
        var ticket = mt4.Ticket();
        SubmitOutcome outcome;
        do outcome = await mt4.Broker.Submit(ticket, default);
        while (outcome is not SubmitOutcome.Accepted);
        var asked = await mt4.Resolve(ticket);
        Assert.That((asked as QueryOutcome.Found)?.Order.Status, Is.EqualTo(BrokerOrderStatus.Filled));
        Assert.That(mt4.Server.Exchange.Orders, Has.Count.EqualTo(1), "sending the same order again gives the first");
    }

    [Test]
    public async Task Order_the_broker_cancels_by_itself_is_found_canceled()
    {
        await using var mt4 = await SimulatedMt4.Start("partial-then-cancel");
        var ticket = mt4.Ticket(OrderType.Limit, 1.05m);
        await mt4.Broker.Submit(ticket, default);
        Assert.That((await mt4.Resolve(ticket) as QueryOutcome.Found)?.Order.Status, Is.EqualTo(BrokerOrderStatus.Canceled));
    }

    [Test]
    public async Task Part_that_the_broker_fills_is_a_fill_and_the_rest_is_canceled()
    {
        await using var mt4 = await SimulatedMt4.Start("partial-then-cancel");
        var ticket = mt4.Ticket();
        await mt4.Broker.Submit(ticket, default);
        var order = ((QueryOutcome.Found)await mt4.Resolve(ticket)).Order;
        Assert.That((order.Status, order.Fills.Sum(fill => fill.Quantity.Value)), Is.EqualTo((BrokerOrderStatus.Canceled, 5_000m)));
        Assert.That((await mt4.Broker.Snapshot(default)).Positions.Single().Quantity, Is.EqualTo(5_000m));
    }

    [Test]
    public async Task Exit_closes_the_ticket_that_a_pending_order_opened_at_the_simulated_bridge_too()
    {
        await using var mt4 = await SimulatedMt4.Start();
        var entry = mt4.Ticket(OrderType.Limit, 1.05m);
        await mt4.Broker.Submit(entry, default);
        mt4.Server.Exchange.MoveTo("EURUSD", 1.04m);
        var exit = mt4.Ticket() with { Side = Kernel.Side.Sell };
        await mt4.Broker.Submit(exit, default);
        var closed = ((QueryOutcome.Found)await mt4.Resolve(exit)).Order;
        Assert.That(closed.Fills.Single().ExecutionId, Does.StartWith("close-"));
        Assert.That((await mt4.Broker.Snapshot(default)).Positions, Is.Empty);
        using var client = new Mt4Client(mt4.Options.Bridge);
        Assert.That((await client.Positions(default)).Value, Is.Empty, "net zero is not two tickets");
    }

    [Test]
    public async Task Pending_exit_that_trades_leaves_no_ticket_at_the_simulated_bridge_too()
    {
        await using var mt4 = await SimulatedMt4.Start();
        await mt4.Broker.Submit(mt4.Ticket(), default);
        var exit = mt4.Ticket(OrderType.Limit, 1.20m, quantity: 15_000m) with { Side = Kernel.Side.Sell };
        await mt4.Broker.Submit(exit, default);
        mt4.Server.Exchange.MoveTo("EURUSD", 1.21m);
        var sold = ((QueryOutcome.Found)await mt4.Resolve(exit)).Order;
        using var client = new Mt4Client(mt4.Options.Bridge);
        var left = (await client.Positions(default)).Value!.Single();
        Assert.Multiple(() =>
        {
            Assert.That(sold.Fills.Single().Quantity.Value, Is.EqualTo(15_000m));
            Assert.That((left.Side, left.Lots, left.ClientOrderId), Is.EqualTo(("SELL", 0.05m, Mt4Name.Of(exit.ClientOrderId))));
            Assert.That(mt4.Server.Exchange.Fills, Has.Count.EqualTo(2));
        });
        Assert.That((await mt4.Broker.Snapshot(default)).Positions.Single().Quantity, Is.EqualTo(-5_000m));
    }

    [TestCase("lost-acknowledgement")]
    [TestCase("error-after-acceptance")]
    [TestCase("silent-session-loss")]
    public async Task Close_without_an_answer_is_asked_for_again_and_done_once(string fault)
    {
        await using var mt4 = await SimulatedMt4.Start(FaultPlan.Read(null, Script(2, "submit", fault), 1));
        using var client = new Mt4Client(mt4.Options.Bridge);
        await mt4.Broker.Submit(mt4.Ticket(), default);
        var ticket = (await client.Positions(default)).Value!.Single().Ticket;
        var lost = await client.Close(ticket, new Mt4CloseRequest("c1", 0.04m), default);
        var again = (await client.Close(ticket, new Mt4CloseRequest("c1", 0.04m), default)).Value!;
        Assert.That(lost.IsGiven, Is.False);
        Assert.That((again.ClosedLots, (await client.Positions(default)).Value!.Single().Lots), Is.EqualTo((0.04m, 0.06m)));
    }

    [Test]
    public async Task Change_that_is_not_heard_leaves_the_order_as_it_was()
    {
        await using var mt4 = await SimulatedMt4.Start("lost-cancel");
        using var client = new Mt4Client(mt4.Options.Bridge);
        await mt4.Broker.Submit(mt4.Ticket(OrderType.Limit, 1.05m), default);
        var lost = await client.Change(1, new Mt4OrderChange(1.04m), default);
        Assert.That(lost.Failure?.Kind, Is.EqualTo(Mt4FailureKind.Unknown));
        Assert.That((await client.Orders(default)).Value!.Single().Price, Is.EqualTo(1.05m));
    }

    [Test]
    public async Task Fill_after_a_confirmed_cancel_is_told()
    {
        await using var mt4 = await SimulatedMt4.Start("late-fill-after-cancel");
        var ticket = mt4.Ticket(OrderType.Limit, 1.05m);
        await mt4.Broker.Submit(ticket, default);
        Assert.That(await mt4.Broker.Cancel(SimulatedMt4.Reference(ticket), default), Is.InstanceOf<CancelOutcome.Canceled>());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var told = new List<BrokerEvent>();
        await foreach (var happened in mt4.Broker.Events(limit.Token))
        {
            told.Add(happened);
            if (happened is BrokerEvent.Filled) break;
        }
        Assert.That(told.OfType<BrokerEvent.Canceled>(), Has.One.Items);
        Assert.That(told.OfType<BrokerEvent.Filled>().Single().Quantity.Value, Is.EqualTo(10_000m));
        Assert.That(told.Select(happened => happened.ClientOrderId), Is.All.EqualTo(ticket.ClientOrderId));
    }

    [Test]
    public async Task Phantom_position_is_in_the_snapshot_for_reconciliation_to_find()
    {
        await using var mt4 = await SimulatedMt4.Start("phantom-position");
        var snapshot = await mt4.Broker.Snapshot(default);
        Assert.That(snapshot.Positions.Single().Instrument.ToString(), Is.EqualTo("GBPUSD.XOFF"));
    }

    [Test]
    public async Task Restarted_adapter_tells_the_same_events_again()
    {
        await using var mt4 = await SimulatedMt4.Start();
        await mt4.Broker.Submit(mt4.Ticket(), default);
        var first = await Told(mt4);
        mt4.Restart();
        Assert.That(await Told(mt4), Is.EqualTo(first));
        Assert.That(mt4.Server.Exchange.Orders.Single().Status, Is.EqualTo(SimOrderStatus.Filled));
    }

    [Test]
    public async Task Bridge_that_is_gone_is_unavailable_and_nothing_was_sent()
    {
        var mt4 = await SimulatedMt4.Start();
        await mt4.DisposeAsync();
        using var client = new Mt4Client(mt4.Options.Bridge);
        var broker = new Mt4Broker(client, mt4.Options, "1", TimeProvider.System);
        Assert.That(await broker.Submit(mt4.Ticket(), default), Is.InstanceOf<SubmitOutcome.Deferred>());
        Assert.That(() => broker.Snapshot(default), Throws.TypeOf<BrokerUnavailableException>());
        Assert.That(await broker.Query(SimulatedMt4.Reference(mt4.Ticket()), default), Is.InstanceOf<QueryOutcome.Unavailable>());
    }

    private static string Script(int nth, string at, string fault)
    {
        var path = Scratch.File("faults");
        File.WriteAllText(path, $"{{\"at\":\"{at}\",\"nth\":{nth},\"fault\":\"{fault}\"}}\n");
        return path;
    }

    private static async Task<string[]> Told(SimulatedMt4 mt4)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var told = new List<string>();
        await foreach (var happened in mt4.Broker.Events(limit.Token))
        {
            told.Add(happened.ToString());
            if (happened is BrokerEvent.Filled) break;
        }
        return [.. told];
    }
}
