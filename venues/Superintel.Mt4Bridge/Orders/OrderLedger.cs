using Superintel.Mt4Bridge.Journal;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>
/// Every order that ever came in and what became of it, from the journal. A line is on the disk before anything here changes.
/// Not thread-safe: the bridge's gate is around it.
/// </summary>
internal sealed class OrderLedger : IDisposable
{
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly JournalFile journal;
    private readonly Dictionary<string, PlacedOrder> orders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PlacedOrder> open = new(StringComparer.Ordinal);
    private readonly Dictionary<long, PlacedOrder> byTicket = [];
    private readonly List<Mt4Event> events = [];
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long sequence;
    private int repeated;

    public OrderLedger(string folder, TimeProvider clock, ILogger log)
    {
        (this.clock, this.log) = (clock, log);
        journal = JournalFile.Open(folder, Apply);
        // What no terminal was ever handed must not leave now: its time is over, and its client was told nothing.
        foreach (var order in open.Values.Where(order => order.Sequence is null).ToArray())
            Refuse(order, TradeError.Withdrawn, "the bridge ended before the terminal asked for it");
    }

    public AccountBound? Account { get; private set; }

    /// <summary>Orders that came in, each time counted that one came.</summary>
    public int Count => orders.Count + repeated;

    public long LastEvent => events.Count;

    /// <summary>Orders that are not over, by name.</summary>
    public IReadOnlyCollection<PlacedOrder> Open => open.Values;

    public PlacedOrder? Find(string clientOrderId) => orders.GetValueOrDefault(clientOrderId);

    public PlacedOrder? Find(long ticket) => byTicket.GetValueOrDefault(ticket);

    /// <summary>At most so many events after a number, and a task that ends with the next.</summary>
    public (Mt4Event[] Events, Task Next) After(long after, int most) =>
        (after < 0 || after >= events.Count ? [] : [.. events.Skip((int)after).Take(most)], news.Task);

    public void Bind(long login, string server) => Write(new AccountBound(login, server));

    /// <summary>The order under way whose leg closes that ticket.</summary>
    public PlacedOrder? Closing(long ticket) =>
        open.Values.FirstOrDefault(order => order.Sequence is not null && order.Leg?.Ticket == ticket);

    /// <param name="legs">Null: it opens one ticket.</param>
    /// <param name="asked">The close that it is; null for an order.</param>
    public PlacedOrder Begin(Mt4OrderRequest request, IReadOnlyList<OrderLeg>? legs = null, CloseAsked? asked = null)
    {
        Write(new OrderTaken(clock.GetUtcNow(), request, legs, asked));
        return orders[request.ClientOrderId];
    }

    /// <summary>An order that was refused for a reason that passes comes in again, under its name.</summary>
    public void Repeat(PlacedOrder order, IReadOnlyList<OrderLeg>? legs) =>
        Write(new OrderAgain(clock.GetUtcNow(), order.Request.ClientOrderId, legs));

    /// <param name="taken">What the expert took last, perhaps of an older journal: what is not above it, it would take for done.</param>
    /// <returns>The command's number.</returns>
    public long Hand(string node, long taken, string? clientOrderId, long? ticket, Mt4OrderChange? change, long? by = null)
    {
        Write(new CommandHanded(clock.GetUtcNow(), Math.Max(sequence, taken) + 1, node, clientOrderId, ticket, change, by));
        return sequence;
    }

    /// <summary>A ticket ended in part, and the rest of it stands under another number.</summary>
    public void Split(long ticket, long rest) => Write(new TicketSplit(clock.GetUtcNow(), ticket, rest));

    /// <summary>Nothing more comes of this sending: cancelled when a part of it has traded, deferred when the reason passes.</summary>
    public void Refuse(PlacedOrder order, int mtCode, string why)
    {
        var state = order.Done > 0 ? OrderState.Cancelled
            : TradeError.Passes(mtCode, order.IsAtMarket) ? OrderState.Deferred
            : OrderState.Rejected;
        Tell(order, order.View with { State = state, Comment = why }, mtCode);
    }

    /// <summary>A leg traded.</summary>
    /// <param name="goesOn">The next leg, if there is one, is to leave; otherwise the rest of the order is over.</param>
    public void Execute(PlacedOrder order, Mt4Execution execution, bool goesOn, Mt4Order view)
    {
        Mt4Execution[] done = [.. order.View.Executions ?? [], execution];
        var filled = done.Sum(one => one.Lots);
        var state = goesOn && done.Length < order.Legs.Count ? OrderState.Working
            : filled >= order.Request.Lots ? OrderState.Filled
            : OrderState.Cancelled;
        var isOpened = execution.Kind == ExecutionKind.Open;
        Tell(order, view with
        {
            State = state,
            Ticket = isOpened || (!order.Opens && OrderState.IsOver(state)) ? execution.Ticket : view.Ticket,
            FilledLots = filled,
            OpenPrice = done.Length == 1 ? execution.Price : decimal.Round(done.Sum(one => one.Lots * one.Price) / filled, 8),
            OpenTime = execution.At,
            Commission = done.Sum(one => one.Commission),
            Executions = done,
        }, 0);
    }

    public void Tell(PlacedOrder order, Mt4Order view, int mtCode) =>
        Write(new OrderTold(events.Count + 1, clock.GetUtcNow(), view, mtCode));

    public void Dispose() => journal.Dispose();

    private void Write(JournalRecord record)
    {
        journal.Append(record);
        Apply(record);
        Say(record);
        if (record is not OrderTold) return;
        news.TrySetResult();
        news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private void Say(JournalRecord record)
    {
        switch (record)
        {
            case OrderTaken { Request: var order }:
                log.Taken(order.ClientOrderId, order.Side, order.Lots, order.Symbol, order.Type);
                break;
            case OrderAgain again:
                log.Repeated(again.ClientOrderId);
                break;
            case CommandHanded handed:
                log.Handed(handed.Sequence, handed.ClientOrderId, handed.Ticket);
                break;
            case OrderTold { Order: var order, MtCode: 0 }:
                log.Told(order.ClientOrderId, order.State, order.Ticket, order.FilledLots);
                break;
            case OrderTold { Order: var order, MtCode: var code }:
                log.Failed(order.ClientOrderId, order.State, code, order.Comment);
                break;
        }
    }

    private void Apply(JournalRecord record)
    {
        switch (record)
        {
            case AccountBound account:
                Account = account;
                break;
            case OrderTaken taken:
                if (!orders.TryAdd(taken.Request.ClientOrderId, new PlacedOrder(taken.Request, taken.Legs, taken.Asked)))
                    throw new JournalDamagedException($"The journal has {taken.Request.ClientOrderId} twice.");
                open[taken.Request.ClientOrderId] = orders[taken.Request.ClientOrderId];
                break;
            case OrderAgain again:
                repeated++;
                (open[again.ClientOrderId] = Known(again.ClientOrderId)).Again(again.Legs);
                break;
            case CommandHanded handed:
                if (handed.Sequence <= sequence) throw new JournalDamagedException($"Command {handed.Sequence} follows {sequence}.");
                sequence = handed.Sequence;
                if (handed.ClientOrderId is { } id) (Known(id).Sequence, Known(id).Node) = (handed.Sequence, handed.Node);
                break;
            case TicketSplit split:
                if (byTicket.TryGetValue(split.Ticket, out var opened)) byTicket[split.Rest] = opened;
                break;
            case OrderTold told:
                Apply(told);
                break;
        }
    }

    private void Apply(OrderTold told)
    {
        if (told.Seq != events.Count + 1) throw new JournalDamagedException($"Event {told.Seq} follows {events.Count}.");
        var order = Known(told.Order.ClientOrderId ?? "");
        // A leg that traded has been answered; the next one has not left.
        if ((told.Order.Executions?.Count ?? 0) > order.Done) (order.Sequence, order.Node) = (null, null);
        (order.View, order.MtCode) = (told.Order, told.MtCode);
        events.Add(new Mt4Event(told.Seq, "order", told.At, told.Order));
        if (order.Opens && told.Order.Ticket is { } ticket) byTicket[ticket] = order;
        foreach (var done in told.Order.Executions ?? [])
            if (done.NewTicket is { } rest && byTicket.TryGetValue(done.Ticket, out var opener)) byTicket[rest] = opener;
        if (OrderState.IsOver(told.Order.State)) open.Remove(order.Request.ClientOrderId);
        else open[order.Request.ClientOrderId] = order;
    }

    private PlacedOrder Known(string id) =>
        orders.GetValueOrDefault(id) ?? throw new JournalDamagedException($"The journal tells of an order {id} that never came in.");
}
