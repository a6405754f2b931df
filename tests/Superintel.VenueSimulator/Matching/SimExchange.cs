using Superintel.Kernel;
using Superintel.VenueSimulator.Faults;

namespace Superintel.VenueSimulator.Matching;

/// <summary>
/// A matching engine with one account: market orders take the book level by level, limit orders rest until the market comes to them,
/// stops wait for their price. Everything under one lock and from one seed. Events come inside the lock, in order: a listener
/// only takes note.
/// </summary>
public sealed partial class SimExchange
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (SimInstrument Instrument, SimBook Book)> markets = new(StringComparer.Ordinal);
    private readonly SimOrders orders = new();
    private readonly List<SimFill> fills = [];
    private readonly HashSet<long> stuck = [];
    private readonly TimeProvider clock;
    private long lastTrade;

    /// <param name="feeRate">Fee per notional, in the quote currency.</param>
    public SimExchange(IEnumerable<SimInstrument> instruments, int seed, TimeProvider clock, decimal feeRate = 0.001m)
    {
        (this.clock, FeeRate) = (clock, feeRate);
        foreach (var instrument in instruments) markets[instrument.Symbol] = (instrument, new SimBook(instrument, seed + markets.Count));
    }

    public decimal FeeRate { get; }

    /// <summary>An order came into being or changed.</summary>
    public event Action<SimOrder>? OrderChanged;

    public event Action<SimOrder, SimFill>? Traded;

    /// <summary>A working order became smaller.</summary>
    public event Action<SimOrder>? Reduced;

    /// <summary>The book of a symbol changed.</summary>
    public event Action<SimInstrument, SimBook>? BookChanged;

    public SimAccount Account { get; } = new();

    /// <summary>What goes wrong when a stop triggers.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    public SimFees Fees { get; init; } = SimFees.Quote;

    /// <summary>An order trades whole or not at all, as a terminal's do.</summary>
    public bool FillsWhole { get; init; }

    public IReadOnlyList<SimInstrument> Instruments => [.. markets.Values.Select(market => market.Instrument)];

    public SimInstrument? Find(string symbol) => markets.TryGetValue(symbol, out var market) ? market.Instrument : null;

    /// <summary>Reads something in one piece.</summary>
    public T Read<T>(Func<SimExchange, T> read)
    {
        lock (gate) return read(this);
    }

    public SimBook Book(string symbol) => markets[symbol].Book;

    public SimOrder? Order(long id) => orders.Find(id);

    /// <summary>The newest order of that name.</summary>
    public SimOrder? Order(string clientId) => orders.Newest(clientId);

    /// <summary>All there ever were.</summary>
    public IReadOnlyList<SimOrder> Orders => [.. orders.All];

    /// <summary>Those that are open, the oldest first.</summary>
    public IReadOnlyList<SimOrder> OpenOrders => [.. orders.Open];

    public IReadOnlyList<SimFill> Fills => [.. fills];

    /// <summary>Takes an order; the answer is its state after it met the book.</summary>
    /// <param name="parts">Of a venue that fills whole: the executions it is told in, units; less than all leaves the rest.</param>
    public SimOrder Submit(SimTicket ticket, IReadOnlyList<decimal>? parts = null)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var order = new SimOrder(orders.Count + 1, ticket, SimOrderStatus.Working, 0m, 0m, !IsStop(ticket.Type), null, "", now, now);
            if (Objection(ticket) is { } objection) return Keep(order with { Status = SimOrderStatus.Rejected, Text = objection });
            if (ticket.Waits) return Keep(order with { Status = SimOrderStatus.Pending });
            Keep(order);
            return Meet(order, isMaker: false, parts);
        }
    }

    /// <summary>Changes a working order: what is null stays. The market may meet it at once.</summary>
    /// <returns>Null when it is not working.</returns>
    public SimOrder? Amend(long id, decimal? limit, decimal? stop, DateTimeOffset? goodTill)
    {
        lock (gate)
        {
            if (orders.Find(id) is not { IsWorking: true, Ticket: var ticket } order) return null;
            var changed = ticket with
            {
                LimitPrice = limit ?? ticket.LimitPrice, StopPrice = stop ?? ticket.StopPrice, GoodTill = goodTill ?? ticket.GoodTill,
            };
            return Objection(changed) is null ? Meet(Keep(order with { Ticket = changed }), isMaker: false) : null;
        }
    }

    /// <returns>Null when there is no such order; the order as it is when it is over already.</returns>
    public SimOrder? Cancel(long id, string text = "", string name = "")
    {
        lock (gate)
        {
            if (orders.Find(id) is not { } order) return null;
            return order.IsOpen ? Keep(order with { Status = SimOrderStatus.Canceled, Text = text, CancelName = name }) : order;
        }
    }

    /// <summary>The venue ends an order by its own rules.</summary>
    public void Expire(long id, string text)
    {
        lock (gate)
        {
            if (orders.Find(id) is { IsOpen: true } order) Keep(order with { Status = SimOrderStatus.Expired, Text = text });
        }
    }

    /// <summary>What waited for another order goes to the market.</summary>
    public void Release(long id)
    {
        lock (gate)
        {
            if (orders.Find(id) is { Status: SimOrderStatus.Pending } order)
                Meet(Keep(order with { Status = SimOrderStatus.Working }), isMaker: false);
        }
    }

    /// <summary>A working order becomes smaller and keeps its place.</summary>
    public SimOrder? Reduce(long id, decimal quantity)
    {
        lock (gate)
        {
            if (orders.Find(id) is not { IsWorking: true } order || quantity <= order.Filled || quantity >= order.Ticket.Quantity)
                return null;
            var smaller = order with { Ticket = order.Ticket with { Quantity = quantity }, ChangedAt = clock.GetUtcNow() };
            orders.Put(smaller);
            Reduced?.Invoke(smaller);
            return smaller;
        }
    }

    /// <summary>Trades a working or just canceled order whatever the market says: a fault's way to make a late or a partial fill.</summary>
    public SimOrder? Force(long id, decimal quantity)
    {
        lock (gate)
        {
            if (orders.Find(id) is not { } order || quantity <= 0m || order.Leaves < quantity) return null;
            var status = order.Status;
            var price = order.Ticket.LimitPrice ?? markets[order.Ticket.Symbol].Book.Last;
            var after = Fill(order, quantity, price, isMaker: true);
            return status == SimOrderStatus.Canceled && after.Leaves > 0m ? Keep(after with { Status = status }) : after;
        }
    }

    private SimOrder Meet(SimOrder order, bool isMaker, IReadOnlyList<decimal>? parts = null)
    {
        var (_, book) = markets[order.Ticket.Symbol];
        var waited = !order.IsTriggered;
        order = Trigger(order, book);
        // Nobody is there to trade with a stop that triggers into an empty book: it works on until it is canceled.
        if (waited && order.IsTriggered && Faults.At(FaultPoint.Trigger) == Fault.StopWithoutFill) stuck.Add(order.Id);
        if (stuck.Contains(order.Id)) return order;
        if (!order.IsTriggered || order.Ticket.Type is SimOrderType.MarketOnClose or SimOrderType.LimitOnClose) return order;
        var rests = order.Ticket.Type is SimOrderType.Limit or SimOrderType.StopLimit;
        var limit = rests ? order.Ticket.LimitPrice : null;
        if (order.Ticket.FillOrKill && !FillsWhole && book.Offered(order.Ticket.Side == Side.Buy, limit) < order.Leaves)
            return Keep(order with { Status = SimOrderStatus.Expired, Text = "Fill or kill" });
        var levels = book.Take(order.Ticket.Side == Side.Buy, order.Leaves, limit);
        if (FillsWhole && levels is [var best, ..]) levels = [.. (parts ?? [order.Leaves]).Select(part => best with { Quantity = part })];
        foreach (var level in levels)
            order = Fill(order, level.Quantity, isMaker && rests ? order.Ticket.LimitPrice ?? level.Price : level.Price, isMaker && rests);
        return order.Ticket.ImmediateOrCancel && order.IsWorking
            ? Keep(order with { Status = SimOrderStatus.Expired, Text = "Immediate or cancel" })
            : order;
    }

    private SimOrder Fill(SimOrder order, decimal quantity, decimal price, bool isMaker)
    {
        var instrument = markets[order.Ticket.Symbol].Instrument;
        var filled = order.Filled + quantity;
        var after = order with
        {
            Filled = filled,
            FilledNotional = order.FilledNotional + (quantity * price),
            Status = filled == order.Ticket.Quantity ? SimOrderStatus.Filled : SimOrderStatus.PartiallyFilled,
            ChangedAt = clock.GetUtcNow(),
        };
        var (fee, currency) = SimRules.Fee((Fees, FeeRate), instrument, order.Ticket.Side, quantity, price);
        var fill = new SimFill(
            ++lastTrade, order.Id, order.Ticket.ClientId, order.Ticket.Symbol, order.Ticket.Side, quantity, price, fee,
            currency, isMaker, after.ChangedAt);
        fills.Add(fill);
        orders.Put(after);
        Account.Apply(instrument, fill);
        Traded?.Invoke(after, fill);
        return after;
    }

    private SimOrder Keep(SimOrder order)
    {
        orders.Put(order = order with { ChangedAt = clock.GetUtcNow() });
        OrderChanged?.Invoke(order);
        return order;
    }

    private string? Objection(SimTicket ticket) => markets.TryGetValue(ticket.Symbol, out var market)
        ? SimRules.Objection(ticket, market.Instrument, clock.GetUtcNow())
        : "Unknown symbol";

    private static bool IsGood(Side side, decimal price, decimal? limit) => side == Side.Buy ? price <= limit : price >= limit;

    private static bool IsStop(SimOrderType type) => type is SimOrderType.Stop or SimOrderType.StopLimit or SimOrderType.TrailingStop;
}
