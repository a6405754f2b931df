using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>
/// Orders through every fault the exchange can have: at the end the desk knows of each order exactly what the exchange knows. A fill with a
/// new id is none of Binance's faults (a trade has one id there), and a stop that triggers is a market order like any other.
/// </summary>
public sealed class FaultTests
{
    private const int Orders = 8;

    private static IEnumerable<string> Names =>
        Fault.All.Where(fault => fault.IsAt("binance") && fault != Fault.StopWithoutFill).Select(fault => fault.Name);

    [Test]
    public async Task Every_order_ends_as_the_exchange_has_it(
        [ValueSource(nameof(Names))] string name, [Values(OrderWay.Rest, OrderWay.Signed, OrderWay.LoggedOn)] OrderWay way)
    {
        var fault = Fault.Parse(name);
        await using var exchange = await SimulatedBinance.Start(new FaultPlan([fault], [], seed: 11), way: way);
        for (var number = 0; number < Orders; number++)
        {
            if (way != OrderWay.Rest) await exchange.OverSocket();
            await PlaceAndFollow(exchange, number);
        }
        // Who is sent away at the first question sends no order until it is over.
        if (fault != Fault.RateLimitBan)
            Assert.That(exchange.Server.OrdersOverSocket, way == OrderWay.Rest ? Is.Zero : Is.Not.Zero);
        if (fault.Point == FaultPoint.Positions) await Eventually.True(() => SeesThePhantom(exchange), "the phantom position");

        var sent = exchange.Server.Exchange.Orders.GroupBy(o => o.Ticket.ClientId).ToArray();
        Assert.That(sent.Where(same => same.Count() > 1).Select(same => same.Key), Is.Empty, "sent twice");
        Assert.That(exchange.Faults.Happened, Does.ContainKey(fault));
    }

    private static async Task PlaceAndFollow(SimulatedBinance exchange, int number)
    {
        var broker = exchange.Venue.Broker;
        var ticket = number % 2 == 0
            ? exchange.Ticket(Side.Buy, OrderType.Market)
            : exchange.Ticket(Side.Sell, OrderType.Limit, 55_000m);
        var reference = new OrderReference("binance", "spot", ticket.ClientOrderId, ticket.Instrument, null, ticket.CreatedAt);
        var outcome = await broker.Submit(ticket, default);
        var theirs = () => exchange.Server.Exchange.Read(e => e.Order(ticket.ClientOrderId.Value));
        if (outcome is SubmitOutcome.Rejected or SubmitOutcome.Deferred)
        {
            Assert.That(theirs(), Is.Null, $"{outcome}, and the exchange has it");
            return;
        }
        if (number % 2 == 1) await Eventually.True(
            async () => await broker.Cancel(reference, default) is not CancelOutcome.Unknown, "canceled");
        var answer = await Eventually.Get(() => broker.Query(reference, default), a => a is not QueryOutcome.Unavailable, "an answer");
        if (answer is not QueryOutcome.Found found)
        {
            Assert.That(theirs(), Is.Null, "not placed, and the exchange has it");
            return;
        }
        Assert.That(found.Order.Fills.Sum(f => f.Quantity.Value), Is.EqualTo(theirs()!.Filled));
        Assert.That(found.Order.Fills.Select(f => f.ExecutionId), Is.Unique);
    }

    private static async Task<bool> SeesThePhantom(SimulatedBinance exchange) =>
        (await exchange.Venue.Broker.Snapshot(default)).Positions.Any(p => p.Instrument.ToString() == "LTCUSDT.BINANCE");
}
