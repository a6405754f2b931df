using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Strategies;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Reconciling;

/// <summary>A desk with two venues, one of which may not have been compared since it began. KO trades at paper, PG at binance.</summary>
public abstract class TwoVenueFixture
{
    protected static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected ScriptedBroker Broker { get; private set; } = null!;

    protected Desk Desk { get; private set; } = null!;

    protected static OrderCleared OneLeg(string instrument, DecisionId decision)
    {
        var cleared = Cleared(decision);
        return cleared with { Legs = [.. cleared.Legs.Where(leg => leg.InstrumentId == instrument)] };
    }

    protected async Task Open(string? strategy = null)
    {
        Broker = new ScriptedBroker();
        Desk = new Desk(Broker, new ExecutionOptions
        {
            Routes = new SortedDictionary<string, string> { ["equity"] = "paper", ["crypto"] = "binance" },
            Accounts = new SortedDictionary<string, string> { ["paper"] = "paper", ["binance"] = "spot" },
            Strategies = strategy is null
                ? new SortedDictionary<string, StrategyOptions>()
                : new SortedDictionary<string, StrategyOptions>
            {
                ["paper"] = new() { Kind = strategy, Slices = 3, Every = Every },
                ["binance"] = new() { Kind = strategy, Slices = 3, Every = Every },
            },
        });
        await Desk.List(Listed(Ko));
        await Desk.List(Listed(Pg, "crypto"));
    }

    // Killed and started again; this venue does not answer.
    protected void Stop(string venue)
    {
        Desk.Restart(new VenueGate([new Route(venue, "spot")], Start));
        Desk.Gate.Fail(venue, "socket closed");
    }

    protected async Task Rounds()
    {
        for (var round = 0; round < 3; round++)
        {
            await Desk.Resolve.Handle(default);
            await Desk.Dispatch.Handle(default);
        }
    }

    protected static BrokerOrder Working(OrderReference asked) => new(
        asked.Venue, asked.Account, asked.ClientOrderId, "v-" + asked.ClientOrderId, asked.Instrument, Side.Sell, new Quantity(50m),
        BrokerOrderStatus.Working, "", []);

    protected string[] Denials() => [.. Desk.Events.Of<OrderDenied>().Select(denied => denied.Code)];

    protected async Task<Order> Now(Order order) => (await Desk.Orders.Find(order.Intent.ClientOrderId, default))!;
}
