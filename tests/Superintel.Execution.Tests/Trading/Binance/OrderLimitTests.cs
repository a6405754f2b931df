using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Trading.Binance;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Limits;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Parse;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>The account's limits of new orders that have not traded.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OrderLimitTests
{
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);
    private readonly SettableClock clock = new(new DateTimeOffset(2026, 1, 5, 12, 0, 4, TimeSpan.Zero));

    [Test]
    public void New_orders_wait_for_the_next_window_and_cancels_and_reads_go_on()
    {
        var gate = Gate(new RateLimit(RateCount.Orders, TenSeconds, 2));
        Assert.That((Place(gate), Place(gate)), Is.EqualTo(((Failure?)null, (Failure?)null)));
        Assert.That(Place(gate), Has.Property("Code").EqualTo("order-rate-limited").And.Property("RetryAfter").EqualTo(
            TimeSpan.FromSeconds(6)));
        Assert.That((gate.Enter(1, order: true), gate.Enter(4, order: false)), Is.EqualTo(((Failure?)null, (Failure?)null)));

        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.That(Place(gate), Is.Null);
    }

    [Test]
    public void Exchange_s_own_count_is_believed()
    {
        var gate = Gate(new RateLimit(RateCount.Orders, TenSeconds, 2));
        Place(gate);
        Place(gate);
        gate.Heard([new RateCount(RateCount.Orders, TenSeconds, 1)]); // one has traded
        Assert.That(Place(gate), Is.Null);
        gate.Heard([new RateCount(RateCount.Orders, TenSeconds, 2)]); // another program of the account
        Assert.That(Place(gate), Is.Not.Null);
    }

    [Test]
    public void Day_that_is_full_is_tried_again_after_a_minute_since_orders_may_have_traded()
    {
        var gate = Gate(new RateLimit(RateCount.Orders, TimeSpan.FromDays(1), 1));
        Place(gate);
        Assert.That(Place(gate), Has.Property("RetryAfter").EqualTo(TimeSpan.FromMinutes(1)));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(Place(gate), Is.Null);
        Assert.That(Place(gate), Is.Not.Null);
    }

    [Test]
    public void Refusal_closes_the_way_for_new_orders_twice_as_long_each_time()
    {
        var gate = Gate();
        var refused = FailureRules.Of((System.Net.HttpStatusCode)429, new ApiError(-1015, "Too many new orders."), TimeSpan.Zero);
        foreach (var seconds in new[] { 10, 20, 40 })
        {
            gate.Silence(refused);
            Assert.That(Place(gate), Has.Property("RetryAfter").EqualTo(TimeSpan.FromSeconds(seconds)));
            Assert.That(gate.Enter(1, order: true), Is.Null, "a cancel is no new order");
            clock.Advance(TimeSpan.FromSeconds(seconds));
            Assert.That(Place(gate), Is.Null);
        }
        gate.Placed();
        gate.Silence(refused);
        Assert.That(Place(gate), Has.Property("RetryAfter").EqualTo(TenSeconds));
    }

    [TestCase("X-MBX-ORDER-COUNT-10S", "7", 10, 7)]
    [TestCase("x-mbx-order-count-1d", "70", 86_400, 70)]
    [TestCase("X-MBX-ORDER-COUNT-1M", "0", 60, 0)]
    [TestCase("X-MBX-ORDER-COUNT-", "7", 0, 0)]
    [TestCase("X-MBX-ORDER-COUNT-S", "7", 0, 0)]
    [TestCase("X-MBX-ORDER-COUNT-1X", "7", 0, 0)]
    [TestCase("X-MBX-ORDER-COUNT-1D", "many", 0, 0)]
    [TestCase("X-MBX-USED-WEIGHT-1M", "7", 0, 0)]
    public void Header_is_read_or_says_nothing(string name, string value, int seconds, int count) => Assert.That(
        RateCount.OfHeader(name, value),
        Is.EqualTo(seconds == 0 ? null : new RateCount(RateCount.Orders, TimeSpan.FromSeconds(seconds), count)));

    [Test]
    public void Answer_of_the_socket_tells_weights_and_orders()
    {
        var answer = WebSocketApiParser.Parse(Encoding.UTF8.GetBytes("""
            {"id":"1","status":200,"result":{},"rateLimits":[
            {"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":50,"count":1},
            {"rateLimitType":"ORDERS","interval":"CENTURY","intervalNum":1,"limit":50,"count":1},
            {"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":6000,"count":70}]}
            """));
        Assert.That(answer.Value!.Counts, Is.EqualTo(new[]
        {
            new RateCount(RateCount.Orders, TenSeconds, 1), new RateCount(RateCount.Weight, TimeSpan.FromMinutes(1), 70),
        }));
    }

    [TestCase(OrderWay.Rest)]
    [TestCase(OrderWay.LoggedOn)]
    public async Task Order_beyond_the_account_s_limit_is_deferred_before_the_exchange_refuses_it(OrderWay way)
    {
        clock.Set(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));
        await using var exchange = await SimulatedBinance.Start(clock: clock, way: way);
        using var another = new BinanceVenue(
            exchange.Options with { WebSocketApiUrl = new Uri("ws://127.0.0.1:1/ws-api/v3") }, exchange.Credentials, SimulatedBinance.Quick,
            NullLogger<BinanceLog>.Instance, clock);
        for (var number = 0; number < 99; number++)
            Assert.That(await another.Broker.Submit(Resting(exchange), default), Is.InstanceOf<SubmitOutcome.Accepted>());
        if (way != OrderWay.Rest) await exchange.OverSocket();
        var (broker, first, last) = (exchange.Venue.Broker, Resting(exchange), Resting(exchange));
        Assert.That(await broker.Submit(first, default), Is.InstanceOf<SubmitOutcome.Accepted>());

        Assert.That((await broker.Submit(last, default) as SubmitOutcome.Deferred)?.Code, Is.EqualTo("order-rate-limited"),
            "the answer to its own first order told how many there are");
        var canceled = await broker.Cancel(
            new OrderReference("binance", "spot", first.ClientOrderId, first.Instrument, null, first.CreatedAt), default);
        Assert.That(canceled, Is.InstanceOf<CancelOutcome.Canceled>(), "a cancel is no new order");

        clock.Advance(TenSeconds);
        Assert.That(await broker.Submit(last, default), Is.InstanceOf<SubmitOutcome.Accepted>());
        Assert.That(exchange.Server.Exchange.Orders, Has.Count.EqualTo(101), "nothing was refused by the exchange");
    }

    private static OrderTicket Resting(SimulatedBinance exchange) => exchange.Ticket(Side.Buy, OrderType.Limit, 45_000m, 0.001m);

    private static Failure? Place(RateGate gate) => gate.Enter(1, order: true, places: true);

    private RateGate Gate(params RateLimit[] limits)
    {
        var gate = new RateGate(clock);
        gate.Learn(limits);
        return gate;
    }
}
