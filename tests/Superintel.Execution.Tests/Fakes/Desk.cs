using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Memory;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>
/// Execution over memory with a venue of the test's choice. Stores live on when the rest is made anew: that is a restart.
/// </summary>
public sealed class Desk
{
    private readonly MemoryClearances clearances = new();
    private readonly MemoryInstruments instruments = new();
    private readonly IBroker broker;
    private readonly ComparePositions compare;

    public Desk(IBroker broker, ExecutionOptions? options = null)
    {
        this.broker = broker;
        var chosen = options ?? new ExecutionOptions();
        Advance = new AdvancePair(Pairs, Orders, Plans, Control, Events, Alerts, Clock);
        Apply = new ApplyBrokerEvent(Orders, Ledger, Advance, Events, Alerts);
        Prepare = new PrepareDispatches(Orders, Clock);
        Send = new SendToBroker(broker, Clock);
        Record = new RecordDispatch(Orders, Apply);
        Worked = new WorkLegs(Plans, Pairs, Orders, Control, new ConfirmOrder(broker, Apply, Clock), Events, Clock);
        Dispatch = new DispatchAll(Worked, Prepare, Send, Record);
        Place = new PlacePairOrder(
            new AdmitClearance(
                clearances, Control, instruments, Blocked, Externals, Orders, new BrokerRoutes(chosen.Routes, chosen.Accounts)),
            Orders, Pairs, Plans, chosen.Terms(), Events, Clock);
        Follow = new FollowTradingState(Control, Pairs, Advance);
        Reconcile = new ReconcileOrders(Orders, new AskVenue(broker, Clock), Apply);
        var adopt = new AdoptExternalOrders(broker, Orders, Externals, Events, Alerts, Clock);
        compare = new ComparePositions(Ledger, Holdings, Blocked, Events, Clock);
        Venues = new ReconcileWithVenues(broker, Reconcile, adopt, compare, Orders);
        Acknowledge = new AcknowledgeExternalOrder(Externals, Events, Clock);
        Holding = new AcknowledgeHolding(Holdings, Blocked, Orders, Events, Clock);
    }

    public SettableClock Clock { get; } = new(Start);

    public RecordedEvents Events { get; } = new();

    public MemoryOrderBook Orders { get; } = new();

    public MemoryPairOrders Pairs { get; } = new();

    public MemoryFillLedger Ledger { get; } = new();

    public MemoryTradingControl Control { get; } = new();

    public MemoryBlockedInstruments Blocked { get; } = new();

    public MemoryLegPlans Plans { get; } = new();

    public MemoryExternalOrders Externals { get; } = new();

    public MemoryExternalHoldings Holdings { get; } = new();

    public MemoryOrderAlerts Alerts { get; } = new();

    public AdvancePair Advance { get; }

    public ApplyBrokerEvent Apply { get; }

    public PrepareDispatches Prepare { get; }

    public SendToBroker Send { get; }

    public RecordDispatch Record { get; }

    public DispatchAll Dispatch { get; }

    public PlacePairOrder Place { get; }

    public WorkLegs Worked { get; }

    public FollowTradingState Follow { get; }

    public ReconcileOrders Reconcile { get; }

    public AcknowledgeExternalOrder Acknowledge { get; }

    public AcknowledgeHolding Holding { get; }

    public ReconcileWithVenues Venues { get; }

    public static async Task<Desk> Open(IBroker broker, ExecutionOptions? options = null)
    {
        var desk = new Desk(broker, options);
        foreach (var id in new[] { Ko, Pg }) await desk.List(Listed(id));
        return desk;
    }

    public async Task<IReadOnlyList<BlockedInstrument>> ComparePositions() => await compare.Handle(await broker.Snapshot(default), default);

    public Task List(InstrumentListed listed) => new ListInstrument(instruments).Handle(listed, default);

    /// <summary>Places a clearance and sends its orders.</summary>
    public async Task<(Order A, Order B)> Work(OrderCleared cleared)
    {
        await Place.Handle(cleared, default);
        await Dispatch.Handle(default);
        return await Legs(cleared);
    }

    public async Task<(Order A, Order B)> Legs(OrderCleared cleared)
    {
        var orders = await Orders.Of(new ClearanceId(cleared.ClearanceId), default);
        return (orders.First(o => o.Intent is { Leg: 0, Attempt: 0 }), orders.First(o => o.Intent is { Leg: 1, Attempt: 0 }));
    }

    /// <summary>The venue executes, and what follows from it is sent.</summary>
    public async Task<ApplyOutcome> Fill(Order order, decimal quantity, decimal price, string? execution = null)
    {
        var id = execution ?? $"x-{order.Intent.ClientOrderId}-{(await Ledger.Of(order.Intent.ClientOrderId, default)).Count}";
        var outcome = await Apply.Handle(Execution(order, quantity, price, id), default);
        await Dispatch.Handle(default);
        return outcome;
    }

    public async Task<ApplyOutcome> Hear(BrokerEvent happened)
    {
        var outcome = await Apply.Handle(happened, default);
        await Dispatch.Handle(default);
        return outcome;
    }

    public BrokerEvent.Filled Execution(Order order, decimal quantity, decimal price, string id) => new(
        order.Intent.ClientOrderId, Clock.GetUtcNow(), id, new Quantity(quantity), price, Money.Zero(Currency.Usd));

    public async Task<PairOrder> Pair(OrderCleared cleared) => (await Pairs.Find(new ClearanceId(cleared.ClearanceId), default))!;

    public async Task<IReadOnlyList<Fill>> FillsOf(Order order) => await Ledger.Of(order.Intent.ClientOrderId, default);
}
