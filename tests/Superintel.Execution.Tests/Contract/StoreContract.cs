using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Contract;

/// <summary>What every store contract starts from: empty stores of one kind.</summary>
public abstract class StoreContract<TStores>
    where TStores : IStores, new()
{
    protected TStores Stores { get; private set; } = default!;

    [SetUp]
    public async Task OpenStores()
    {
        Stores = new TStores();
        await Stores.Open();
    }

    [TearDown]
    public async Task CloseStores() => await Stores.DisposeAsync();

    protected static (PairOrder Pair, ImmutableArray<Order> Orders) Made(int number = 0)
    {
        var route = new Route("paper", "paper");
        LegRoute Leg(string id) => new(Instrument.From(Listed(id)), route);
        return PairOrder.From(
            Cleared(Decision(number)), [Leg(Ko), Leg(Pg)], new PlacementTerms(TimeInForce.Day, TimeSpan.FromDays(1)), Start);
    }

    /// <summary>Stores a pair order and its orders.</summary>
    protected async Task<(PairOrder Pair, ImmutableArray<Order> Orders)> Placed(int number = 0)
    {
        var made = Made(number);
        await Stores.Clearances.Spend(made.Pair.ClearanceId, made.Pair.DecisionId, Start, default);
        await Stores.Pairs.Save(made.Pair, default);
        foreach (var order in made.Orders) await Stores.Orders.Save(order, default);
        return made;
    }
}
