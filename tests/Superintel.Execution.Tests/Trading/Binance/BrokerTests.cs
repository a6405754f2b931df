using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class BrokerTests
{
    private SimulatedBinance exchange = null!;

    [SetUp]
    public async Task Start() => exchange = await SimulatedBinance.Start();

    [TearDown]
    public async Task Stop() => await exchange.DisposeAsync();

    [Test]
    public async Task Order_that_filled_and_is_sent_again_after_a_restart_is_not_traded_twice([Values] bool storeSaysFirst)
    {
        var ticket = exchange.Ticket(Side.Buy, OrderType.Market) with { IsFirstSending = storeSaysFirst };
        var first = await exchange.Venue.Broker.Submit(ticket, default);
        exchange.Restart(); // a store from a backup may say that nothing left
        var second = await exchange.Venue.Broker.Submit(ticket, default);

        Assert.That(second, Is.EqualTo(first).And.TypeOf<SubmitOutcome.Accepted>());
        Assert.That(exchange.Server.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Order_stored_before_a_restart_and_never_sent_leaves_once_after_it()
    {
        var ticket = exchange.Ticket(Side.Sell, OrderType.Market) with { IsFirstSending = true };
        exchange.Restart();
        var first = await exchange.Venue.Broker.Submit(ticket, default);
        var second = await exchange.Venue.Broker.Submit(ticket, default);

        Assert.That(second, Is.EqualTo(first).And.TypeOf<SubmitOutcome.Accepted>());
        Assert.That(exchange.Server.Exchange.Orders, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Order_that_may_have_been_sent_by_an_earlier_process_is_asked_for_and_not_sent()
    {
        var ticket = exchange.Ticket(Side.Sell, OrderType.Market);
        exchange.Restart();

        Assert.That(await exchange.Venue.Broker.Submit(ticket, default), Is.TypeOf<SubmitOutcome.Unknown>());
        Assert.That(exchange.Server.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Order_stored_before_a_restart_waits_while_the_exchange_cannot_be_asked_for_it()
    {
        var ticket = exchange.Ticket(Side.Sell, OrderType.Market) with { IsFirstSending = true };
        exchange.Restart();
        await exchange.Server.DisposeAsync();

        Assert.That(await exchange.Venue.Broker.Submit(ticket, default), Is.TypeOf<SubmitOutcome.Deferred>());
    }

    [TestCase("0.000001", "lot-size")]
    [TestCase("0.00005", "notional")]
    public async Task Order_that_must_fail_never_leaves(string quantity, string code)
    {
        var ticket = exchange.Ticket(
            Side.Buy, OrderType.Market, quantity: decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(await exchange.Venue.Broker.Submit(ticket, default),
            Is.TypeOf<SubmitOutcome.Rejected>().With.Property("Code").EqualTo(code));
        Assert.That(exchange.Server.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Symbol_that_is_paid_in_another_asset_is_refused_since_its_holdings_would_have_other_names()
    {
        var ticket = exchange.Ticket(Side.Buy, OrderType.Market, quantity: 1m) with { Instrument = InstrumentId.Parse("ETHBTC.BINANCE") };
        Assert.That(await exchange.Venue.Broker.Submit(ticket, default),
            Is.TypeOf<SubmitOutcome.Rejected>().With.Property("Code").EqualTo("quote-asset"));
        Assert.That(exchange.Server.Exchange.Orders, Is.Empty);
    }

    [Test]
    public async Task Day_order_is_refused_because_the_exchange_has_no_day()
    {
        var ticket = exchange.Ticket(Side.Buy, OrderType.Limit, 49_000m) with { TimeInForce = TimeInForce.Day };
        Assert.That(await exchange.Venue.Broker.Submit(ticket, default),
            Is.TypeOf<SubmitOutcome.Rejected>().With.Property("Code").EqualTo("order-type-unsupported"));
    }

    [Test]
    public async Task Absence_right_after_sending_proves_nothing()
    {
        var ticket = exchange.Ticket(Side.Buy, OrderType.Limit, 49_000m);
        var reference = new OrderReference("binance", "spot", ticket.ClientOrderId, ticket.Instrument, null, ticket.CreatedAt);

        Assert.That(await exchange.Venue.Broker.Query(reference, default), Is.TypeOf<QueryOutcome.Unavailable>());
        await Eventually.True(
            async () => await exchange.Venue.Broker.Query(reference, default) is QueryOutcome.NotPlaced, "proof that it was never placed");
    }

    [Test]
    public async Task Snapshot_tells_working_orders_and_holdings()
    {
        var ticket = exchange.Ticket(Side.Sell, OrderType.Limit, 60_000m, 0.5m);
        await exchange.Venue.Broker.Submit(ticket, default);
        var snapshot = await exchange.Venue.Broker.Snapshot(default);

        Assert.That(snapshot.WorkingOrders.Single(), Has.Property("ClientOrderId").EqualTo(ticket.ClientOrderId)
            .And.Property("Status").EqualTo(BrokerOrderStatus.Working));
        Assert.That(snapshot.Positions.Select(p => (p.Instrument.ToString(), p.Quantity)),
            Is.EqualTo(new[] { ("BTCUSDT.BINANCE", 10m), ("ETHUSDT.BINANCE", 100m) }));
    }

    [Test]
    public async Task Exchange_that_is_away_is_no_empty_book()
    {
        await exchange.Server.DisposeAsync();
        Assert.That(async () => await exchange.Venue.Broker.Snapshot(default), Throws.TypeOf<BrokerUnavailableException>());
    }

    [Test]
    public async Task Events_tell_acceptance_fills_and_cancel_and_what_was_missed_while_away()
    {
        using var stop = new CancellationTokenSource();
        var heard = new System.Collections.Concurrent.ConcurrentQueue<BrokerEvent>();
        var listening = Task.Run(async () =>
        {
            await foreach (var happened in exchange.Venue.Broker.Events(stop.Token)) heard.Enqueue(happened);
        });
        var resting = exchange.Ticket(Side.Buy, OrderType.Limit, 49_000m);
        var (broker, trading) = (exchange.Venue.Broker, exchange.Server.Exchange);
        await Eventually.True(() => exchange.Server.Subscribers == 1, "the user stream stands");
        await broker.Submit(resting, default);
        await Eventually.True(() => heard.OfType<BrokerEvent.Accepted>().Any(), "accepted");
        exchange.Server.DropConnections();
        trading.Force(1, 0.004m);
        await Eventually.True(() => heard.OfType<BrokerEvent.Filled>().Any(f => f.Quantity.Value == 0.004m), "the missed fill");
        await Eventually.True(() => exchange.Server.Subscribers == 1, "the user stream stands again");
        await broker.Cancel(new OrderReference("binance", "spot", resting.ClientOrderId, resting.Instrument, null, resting.CreatedAt),
            default);
        await Eventually.True(() => heard.OfType<BrokerEvent.Canceled>().Any(c => c.ClientOrderId == resting.ClientOrderId), "canceled");

        var fill = heard.OfType<BrokerEvent.Filled>().First();
        Assert.That((fill.ExecutionId, fill.Price, fill.Commission),
            Is.EqualTo(("BTCUSDT-1001", 49_000m, new Money(0.196m, new Currency("USDT")))));
        await stop.CancelAsync();
        Assert.That(async () => await listening, Throws.InstanceOf<OperationCanceledException>());
    }
}
