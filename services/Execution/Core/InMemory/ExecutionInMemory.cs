using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Memory;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Memory;
using Superintel.Execution.Trading.Ports;

namespace Superintel.Execution.InMemory;

/// <summary>All of Execution in one process: the use cases over memory adapters and the paper venue.</summary>
public sealed class ExecutionInMemory
{
    private readonly MemoryOrderBook orders = new();
    private readonly MemoryFillLedger fills = new();
    private readonly MemoryOrderAlerts alerts = new();
    private readonly MemoryExternalOrders externals = new();

    public ExecutionInMemory(IEvents events, TimeProvider clock, ExecutionOptions options)
    {
        var (pairs, control, instruments, blocked) =
            (new MemoryPairOrders(), new MemoryTradingControl(), new MemoryInstruments(), new MemoryBlockedInstruments());
        var paper = new PaperBroker(new MemoryPaperBook(), PaperModels.From(options.Paper), clock);
        var gate = VenueGate.Open();
        var broker = new CompositeBroker([new KeyValuePair<string, IBroker>(PaperBroker.VenueName, paper)], gate);
        var plans = new MemoryLegPlans();
        var look = new LookAtPair(pairs, orders, plans, control, clock);
        var advance = new AdvancePair(look, pairs, orders, events, alerts, clock);
        var apply = new ApplyBrokerEvent(orders, fills, advance, events, alerts);
        var departures = new DepartureRules(pairs, orders, plans, blocked, externals, control, broker);
        var confirm = new ConfirmOrder(broker, orders, apply, clock);
        var aside = new PairsAside(clock);
        var work = new WorkLegs(plans, look, orders, departures, confirm, gate, broker, aside, events);
        var takeBack = new TakeBack(orders, control, gate, aside, events, clock);
        var dispatch = new DispatchAll(
            new TendPairs(pairs, orders, control, confirm, advance, gate, takeBack, aside, clock),
            work,
            new PrepareDispatches(orders, gate, departures, advance, takeBack, aside, events, clock),
            new SendToBroker(broker, departures, clock),
            new RecordDispatch(orders, apply));
        var admit = new AdmitClearance(
            new MemoryClearances(), control, instruments, blocked, externals, orders, options.BrokerRoutes(), gate);

        Instruments = new ListInstrument(instruments);
        Bars = new ThenDispatch<BarClosed>(
            new InTurn<BarClosed>(new FillFromBars(paper, apply, pairs, advance, clock, events), work), dispatch);
        Clearances = new ThenDispatch<OrderCleared>(
            new PlacePairOrder(admit, orders, pairs, plans, options.Terms(), events, clock), dispatch);
        TradingStates = new ThenDispatch<TradingStateChanged>(new FollowTradingState(control, pairs, advance), dispatch);
        var note = new NoteUnanswered(orders, alerts, options.Terms(), new UnansweredLooks(), clock);
        Reconcile = new ReconcileWithVenues(
            broker,
            new ReconcileOrders(orders, new AskVenue(broker, orders, note, alerts, clock), apply),
            note,
            new AdoptExternalOrders(broker, orders, externals, events, alerts, clock),
            new ComparePositions(fills, new MemoryExternalHoldings(), blocked, instruments, events, clock),
            orders,
            new LastComparisons());
    }

    public IHandle<InstrumentListed> Instruments { get; }

    public IHandle<BarClosed> Bars { get; }

    public IHandle<OrderCleared> Clearances { get; }

    public IHandle<TradingStateChanged> TradingStates { get; }

    public ReconcileWithVenues Reconcile { get; }

    public IOrderBook Orders => orders;

    public IFillLedger Fills => fills;

    public IReadOnlyList<OrderAlert> Alerts => alerts.All;
}
