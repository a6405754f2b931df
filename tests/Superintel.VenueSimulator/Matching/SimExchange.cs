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
    private const string ThirdAsset = "BNB";
    private const decimal ThirdPrice = 600m;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (SimInstrument Instrument, SimBook Book)> markets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, SimOrder> orders = [];
    private readonly List<SimFill> fills = [];
    private readonly HashSet<long> stuck = [];
    private readonly TimeProvider clock;

    /// <param name="feeRate">Fee per notional, in the quote currency.</param>
    public SimExchange(IEnumerable<SimInstrument> instruments, int seed, TimeProvider clock, decimal feeRate = 0.001m)
    {
        (this.clock, FeeRate) = (clock, feeRate);
        foreach (var instrument in instruments) markets[instrument.Symbol] = (instrument, new SimBook(instrument, seed + markets.Count));
    }

    /// <summary>An order came into being or changed.</summary>
    public decimal FeeRate { get; }

    public event Action<SimOrder>? OrderChanged;

    public event Action<SimOrder, SimFill>? Traded;

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

    public SimOrder? Order(long id) => orders.GetValueOrDefault(id);

    /// <summary>The newest order of that name.</summary>
    public SimOrder? Order(string clientId) => orders.Values.LastOrDefault(order => order.Ticket.ClientId == clientId);

    public IReadOnlyList<SimOrder> Orders => [.. orders.Values];

    public IReadOnlyList<SimFill> Fills => [.. fills];

    /// <summary>Takes an order; the answer is its state after it met the book.</summary>
    public SimOrder Submit(SimTicket ticket)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var order = new SimOrder(orders.Count + 1, ticket, SimOrderStatus.Working, 0m, 0m, !IsStop(ticket.Type), null, "", now, now);
            if (Objection(ticket) is { } objection) return Keep(order with { Status = SimOrderStatus.Rejected, Text = objection });
            Keep(order);
            return Meet(order, isMaker: false);
        }
    }

    /// <returns>Null when there is no such order; the order as it is when it is over already.</returns>
    public SimOrder? Cancel(long id, string text = "")
    {
        lock (gate)
        {
            if (!orders.TryGetValue(id, out var order)) return null;
            return order.IsWorking ? Keep(order with { Status = SimOrderStatus.Canceled, Text = text }) : order;
        }
    }

    /// <summary>Trades a working or just canceled order whatever the market says: a fault's way to make a late or a partial fill.</summary>
    public SimOrder? Force(long id, decimal quantity)
    {
        lock (gate)
        {
            if (!orders.TryGetValue(id, out var order) || quantity <= 0m || order.Leaves < quantity) return null;
            var status = order.Status;
            var price = order.Ticket.LimitPrice ?? markets[order.Ticket.Symbol].Book.Last;
            var after = Fill(order, quantity, price, isMaker: true);
            return status == SimOrderStatus.Canceled && after.Leaves > 0m ? Keep(after with { Status = status }) : after;
        }
    }

    /// <summary>Every market moves one step, and resting orders meet it.</summary>
    public void Step()
    {
        lock (gate)
        {
            foreach (var (instrument, book) in markets.Values)
            {
                book.Step();
                BookChanged?.Invoke(instrument, book);
            }
            MeetAll();
        }
    }

    /// <summary>One market moves to a price, and resting orders meet it.</summary>
    public void MoveTo(string symbol, decimal price)
    {
        lock (gate)
        {
            var (instrument, book) = markets[symbol];
            book.MoveTo(price);
            BookChanged?.Invoke(instrument, book);
            MeetAll();
        }
    }

    /// <summary>The session ends: closing orders trade at the last price, orders of the day expire.</summary>
    public void CloseSession()
    {
        lock (gate)
        {
            foreach (var order in orders.Values.Where(order => order.IsWorking).ToArray())
            {
                var last = markets[order.Ticket.Symbol].Book.Last;
                var good = order.Ticket.Type == SimOrderType.MarketOnClose
                    || (order.Ticket.Type == SimOrderType.LimitOnClose && IsGood(order.Ticket.Side, last, order.Ticket.LimitPrice));
                if (good) Fill(order, order.Leaves, last, isMaker: false);
                else if (order.Ticket.GoodTill is { } end && end <= clock.GetUtcNow()) Keep(order with { Status = SimOrderStatus.Expired });
            }
        }
    }

    private void MeetAll()
    {
        foreach (var order in orders.Values.Where(order => order.IsWorking).ToArray())
        {
            if (order.Ticket.GoodTill <= clock.GetUtcNow()) Keep(order with { Status = SimOrderStatus.Expired });
            else Meet(order, isMaker: true);
        }
    }

    private SimOrder Meet(SimOrder order, bool isMaker)
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
        if (FillsWhole && levels.Count > 0) levels = [levels[0] with { Quantity = order.Leaves }];
        foreach (var level in levels)
            order = Fill(order, level.Quantity, isMaker && rests ? order.Ticket.LimitPrice ?? level.Price : level.Price, isMaker && rests);
        return order.Ticket.ImmediateOrCancel && order.IsWorking
            ? Keep(order with { Status = SimOrderStatus.Expired, Text = "Immediate or cancel" })
            : order;
    }

    private SimOrder Trigger(SimOrder order, SimBook book)
    {
        if (order.IsTriggered) return order;
        var (buying, last) = (order.Ticket.Side == Side.Buy, book.Last);
        var stop = order.Ticket.StopPrice ?? 0m;
        if (order.Ticket.Type == SimOrderType.TrailingStop)
        {
            var distance = order.Ticket.TrailingAmount!.Value;
            var follows = buying ? last + distance : last - distance;
            stop = order.Trail is { } reached ? (buying ? Math.Min(reached, follows) : Math.Max(reached, follows)) : order.Ticket.StopPrice
                ?? follows;
            if (stop != order.Trail) orders[order.Id] = order = order with { Trail = stop };
        }
        var reachedStop = buying != order.Ticket.TakesProfit ? last >= stop : last <= stop;
        return reachedStop ? Keep(order with { IsTriggered = true }) : order;
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
        var (fee, currency) = Fee(instrument, order.Ticket.Side, quantity, price);
        var fill = new SimFill(
            fills.Count + 1, order.Id, order.Ticket.ClientId, order.Ticket.Symbol, order.Ticket.Side, quantity, price, fee,
            currency, isMaker, after.ChangedAt);
        fills.Add(fill);
        orders[order.Id] = after;
        Account.Apply(instrument, fill);
        Traded?.Invoke(after, fill);
        return after;
    }

    private (decimal Amount, string Currency) Fee(SimInstrument instrument, Side side, decimal quantity, decimal price) => Fees switch
    {
        SimFees.Received when side == Side.Buy => (decimal.Round(quantity * FeeRate, 8), instrument.Base),
        SimFees.Third => (decimal.Round(quantity * price * FeeRate / ThirdPrice, 8), ThirdAsset),
        _ => (decimal.Round(quantity * price * FeeRate, 8), instrument.Quote),
    };

    private SimOrder Keep(SimOrder order)
    {
        orders[order.Id] = order = order with { ChangedAt = clock.GetUtcNow() };
        OrderChanged?.Invoke(order);
        return order;
    }

    private string? Objection(SimTicket ticket)
    {
        if (!markets.TryGetValue(ticket.Symbol, out var market)) return "Unknown symbol";
        if (ticket.Quantity <= 0m || ticket.Quantity % market.Instrument.LotSize != 0m) return "Quantity is not a multiple of the lot";
        var priced = ticket.Type is SimOrderType.Limit or SimOrderType.StopLimit or SimOrderType.LimitOnClose;
        if (ticket.GoodTill <= clock.GetUtcNow()) return "The date until which the order is good is over";
        if (priced && ticket.LimitPrice is not > 0m) return "Limit price is missing";
        if (ticket.Type is SimOrderType.Stop or SimOrderType.StopLimit && ticket.StopPrice is not > 0m) return "Stop price is missing";
        if (ticket.Type == SimOrderType.TrailingStop && ticket.TrailingAmount is not > 0m) return "Trailing amount is missing";
        var offTick = (ticket.LimitPrice ?? 0m) % market.Instrument.TickSize != 0m
            || (ticket.StopPrice ?? 0m) % market.Instrument.TickSize != 0m;
        return offTick ? "Price is not a multiple of the tick" : null;
    }

    private static bool IsGood(Side side, decimal price, decimal? limit) => side == Side.Buy ? price <= limit : price >= limit;

    private static bool IsStop(SimOrderType type) => type is SimOrderType.Stop or SimOrderType.StopLimit or SimOrderType.TrailingStop;
}
