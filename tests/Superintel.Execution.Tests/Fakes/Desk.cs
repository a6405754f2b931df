using System.Diagnostics.CodeAnalysis;
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
    private readonly ExecutionOptions chosen;
    private readonly HashSet<string> gone = [];
    private ComparePositions compare;
    private CompositeBroker venues;

    /// <param name="broker">Behind every venue that the options name.</param>
    /// <param name="gate">Null: all venues have been compared.</param>
    public Desk(IBroker broker, ExecutionOptions? options = null, VenueGate? gate = null)
    {
        (this.broker, chosen) = (broker, options ?? new ExecutionOptions());
        Restart(gate ?? VenueGate.Open());
    }

    /// <summary>All but the stores is made anew.</summary>
    [MemberNotNull(nameof(Gate), nameof(venues), nameof(compare), nameof(Advance), nameof(Apply), nameof(Prepare), nameof(Send))]
    [MemberNotNull(nameof(Record), nameof(Worked), nameof(Dispatch), nameof(Place), nameof(Follow), nameof(Reconcile), nameof(Venues))]
    [MemberNotNull(nameof(Resolve), nameof(Miss), nameof(First), nameof(Tend), nameof(Acknowledge), nameof(Holding), nameof(Note))]
    public void Restart(VenueGate gate)
    {
        Gate = gate;
        venues = new CompositeBroker(
            chosen.BrokerRoutes().Venues.Where(venue => !gone.Contains(venue))
                .Select(venue => new KeyValuePair<string, IBroker>(venue, broker)),
            Gate);
        var look = new LookAtPair(Pairs, Orders, Plans, Control, Clock);
        Advance = new AdvancePair(look, Pairs, Orders, Events, Alerts, Clock);
        Apply = new ApplyBrokerEvent(Orders, Ledger, Advance, Events, Alerts);
        var departures = new DepartureRules(Pairs, Orders, Plans, Blocked, Externals, Control, venues);
        var confirm = new ConfirmOrder(venues, Orders, Apply, Clock);
        var aside = new PairsAside(Clock);
        var takeBack = new TakeBack(Orders, Control, Gate, aside, Events, Clock);
        Prepare = new PrepareDispatches(Orders, Gate, departures, Advance, takeBack, aside, Events, Clock);
        Send = new SendToBroker(venues, departures, Clock);
        Record = new RecordDispatch(Orders, Apply);
        Worked = new WorkLegs(Plans, look, Orders, departures, confirm, Gate, venues, aside, Events);
        Tend = new TendPairs(Pairs, Orders, Control, confirm, Advance, Gate, takeBack, aside, Clock);
        Dispatch = new DispatchAll(Tend, Worked, Prepare, Send, Record);
        Place = new PlacePairOrder(
            new AdmitClearance(clearances, Control, instruments, Blocked, Externals, Orders, chosen.BrokerRoutes(), Gate),
            Orders, Pairs, Plans, chosen.Terms(), Events, Clock);
        Follow = new FollowTradingState(Control, Pairs, Advance);
        Note = new NoteUnanswered(Orders, Alerts, chosen.Terms(), new UnansweredLooks(), Clock);
        Reconcile = new ReconcileOrders(Orders, new AskVenue(venues, Orders, Note, Alerts, Clock), Apply);
        compare = new ComparePositions(Ledger, Holdings, Blocked, instruments, Events, Clock);
        Venues = new ReconcileWithVenues(
            venues, Reconcile, Note,
            new AdoptExternalOrders(venues, Orders, Externals, Events, Alerts, Clock), compare, Orders, Last);
        Resolve = new ResolveOrders(Orders, Reconcile, Gate, OnTheirWay, aside);
        Miss = new MissVenue(Orders, Apply, Events, Alerts, Clock);
        First = new CompareFirst(Venues, Gate, Events, Clock);
        Acknowledge = new AcknowledgeExternalOrder(Externals, Events, Clock);
        Holding = new AcknowledgeHolding(Holdings, Blocked, Orders, Events, Clock);
    }

    /// <summary>Started again without it.</summary>
    public void TakeOut(string venue)
    {
        gone.Add(venue);
        Restart(VenueGate.Open());
    }

    public VenueGate Gate { get; private set; }

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

    public OrdersOnTheirWay OnTheirWay { get; } = new();

    public LastComparisons Last { get; } = new();

    public MemoryOrderAlerts Alerts { get; } = new();

    public AdvancePair Advance { get; private set; }

    public ApplyBrokerEvent Apply { get; private set; }

    public PrepareDispatches Prepare { get; private set; }

    public SendToBroker Send { get; private set; }

    public RecordDispatch Record { get; private set; }

    public TendPairs Tend { get; private set; }

    public DispatchAll Dispatch { get; private set; }

    public PlacePairOrder Place { get; private set; }

    public WorkLegs Worked { get; private set; }

    public FollowTradingState Follow { get; private set; }

    public ReconcileOrders Reconcile { get; private set; }

    public NoteUnanswered Note { get; private set; }

    public AcknowledgeExternalOrder Acknowledge { get; private set; }

    public AcknowledgeHolding Holding { get; private set; }

    public ReconcileWithVenues Venues { get; private set; }

    public ResolveOrders Resolve { get; private set; }

    public MissVenue Miss { get; private set; }

    public CompareFirst First { get; private set; }

    public static async Task<Desk> Open(IBroker broker, ExecutionOptions? options = null, VenueGate? gate = null)
    {
        var desk = new Desk(broker, options, gate);
        foreach (var id in new[] { Ko, Pg }) await desk.List(Listed(id));
        return desk;
    }

    /// <summary>Asks for the orders in these states, and for nothing else.</summary>
    public async Task Ask(IReadOnlyCollection<OrderState> states) => await Reconcile.Handle(await Orders.In(states, default), default);

    /// <summary>Compares a venue, or the only one.</summary>
    public async Task<ReconciliationReport> Compare(IReadOnlyCollection<OrderState> states, string? venue = null)
    {
        var report = await Venues.Handle(venue ?? venues.Names.Single(), states, default);
        Last.Note(venue ?? venues.Names.Single(), Clock.GetUtcNow(), report);
        if (venue is not null && !Gate.IsOpen(venue)) Gate.Pass(venue, Clock.GetUtcNow());
        return report;
    }

    public async Task<IReadOnlyList<BlockedInstrument>> ComparePositions() =>
        (await compare.Handle(await broker.Snapshot(default), venues, default)).Blocking;

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
        var told = Execution(order, quantity, price, id);
        (broker as ScriptedBroker)?.Note(told);
        var outcome = await Apply.Handle(told, default);
        await Dispatch.Handle(default);
        return outcome;
    }

    public async Task<ApplyOutcome> Hear(BrokerEvent happened)
    {
        (broker as ScriptedBroker)?.Note(happened);
        var outcome = await Apply.Handle(happened, default);
        await Dispatch.Handle(default);
        return outcome;
    }

    public BrokerEvent.Filled Execution(Order order, decimal quantity, decimal price, string id) => new(
        order.Intent.ClientOrderId, Clock.GetUtcNow(), id, new Quantity(quantity), price, Money.Zero(Currency.Usd));

    public async Task<PairOrder> Pair(OrderCleared cleared) => (await Pairs.Find(new ClearanceId(cleared.ClearanceId), default))!;

    public async Task<IReadOnlyList<Fill>> FillsOf(Order order) => await Ledger.Of(order.Intent.ClientOrderId, default);
}
