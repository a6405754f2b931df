using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>What the exchange has archived (-2026), and lists that are longer than a page.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ArchiveTests
{
    private readonly SettableClock clock = new(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public async Task Archived_order_is_over_by_its_number_and_lost_by_its_name_alone()
    {
        await using var exchange = await SimulatedBinance.Start(clock: clock, way: OrderWay.Rest);
        var broker = exchange.Venue.Broker;
        var ticket = exchange.Ticket(Side.Buy, OrderType.Limit, 45_000m);
        var number = ((SubmitOutcome.Accepted)await broker.Submit(ticket, default)).VenueOrderId;
        var named = new OrderReference("binance", "spot", ticket.ClientOrderId, ticket.Instrument, null, ticket.CreatedAt);
        await broker.Cancel(named, default);
        await broker.Submit(exchange.Ticket(Side.Buy, OrderType.Market), default); // a later one of the symbol, which is listed
        clock.Advance(TimeSpan.FromDays(91));

        Assert.That(await broker.Query(named with { VenueOrderId = number }, default),
            Is.TypeOf<QueryOutcome.Over>().With.Property("Evidence").Contains($"Order {number} "));
        Assert.That(await broker.Query(named, default), Is.TypeOf<QueryOutcome.Unavailable>()
            .With.Property("IsLost").True.And.Property("Cause").Contains(ticket.ClientOrderId.Value));
    }

    [Test]
    public async Task Order_that_traded_is_found_however_old_it_is()
    {
        await using var exchange = await SimulatedBinance.Start(clock: clock, way: OrderWay.Rest);
        var ticket = exchange.Ticket(Side.Buy, OrderType.Market);
        await exchange.Venue.Broker.Submit(ticket, default);
        clock.Advance(TimeSpan.FromDays(91));
        var named = new OrderReference("binance", "spot", ticket.ClientOrderId, ticket.Instrument, null, ticket.CreatedAt);
        Assert.That(await exchange.Venue.Broker.Query(named, default), Is.TypeOf<QueryOutcome.Found>());
    }

    [Test]
    public async Task Trades_that_were_missed_are_told_however_many_they_are()
    {
        const int Many = 2_500;
        await using var exchange = await SimulatedBinance.Start(clock: clock);
        await exchange.Venue.Broker.Submit(exchange.Ticket(Side.Buy, OrderType.Market, quantity: 0.001m), default);
        for (var number = 1; number < Many; number++)
        {
            var side = number % 2 == 0 ? Side.Buy : Side.Sell;
            exchange.Server.Exchange.Submit(new SimTicket($"missed-{number}", "BTCUSDT", side, SimOrderType.Market, 0.001m));
        }
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var names = new HashSet<ClientOrderId>();
        await foreach (var happened in exchange.Venue.Broker.Events(limit.Token))
            if (happened is BrokerEvent.Filled fill && names.Add(fill.ClientOrderId) && names.Count == Many) break;
        Assert.That(names, Has.Count.EqualTo(Many));
    }
}
