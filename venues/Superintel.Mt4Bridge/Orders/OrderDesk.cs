using Superintel.Mt4Bridge.Answers;
using Superintel.Mt4Bridge.Terminal;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>Takes orders and cancels from Execution, and waits for what the terminal makes of them.</summary>
internal sealed class OrderDesk(BridgeState state)
{
    /// <summary>Closes of a market order that reduces: more are refused.</summary>
    private const int MostLegs = 64;

    public Task<BridgeAnswer> Place(Mt4OrderRequest request) => OrderCheck.Objection(request) is { } objection
        ? Task.FromResult(Invalid(objection))
        : Take(request.ClientOrderId, order => order.Request == request && order.Asked is null, () => Draft(request), Answer);

    public Task<BridgeAnswer> Close(long ticket, Mt4CloseRequest close)
    {
        if (OrderCheck.Objection(close) is { } objection) return Task.FromResult(Invalid(objection));
        var asked = new CloseAsked(ticket, close.Lots);
        return Take(
            close.ClientOrderId, order => order.Asked == asked && order.Request.SlippagePoints == close.SlippagePoints,
            () => Draft(close, asked), (order, _) => Closed(order));
    }

    public Task<BridgeAnswer> Delete(long ticket) => Alter(ticket, null);

    public Task<BridgeAnswer> Change(long ticket, Mt4OrderChange change) => OrderCheck.Objection(change) is { } objection
        ? Task.FromResult(Invalid(objection))
        : Alter(ticket, change);

    /// <summary>The same order again is answered as the first was, unless that was refused for a reason that passes: then it is tried
    /// anew. Another one under its name is refused.</summary>
    private async Task<BridgeAnswer> Take(
        string id, Func<PlacedOrder, bool> isSame, Func<OrderDraft> draw, Func<PlacedOrder, bool, BridgeAnswer> answer)
    {
        PlacedOrder? order;
        bool leaves;
        lock (state.Gate)
        {
            order = state.Ledger.Find(id);
            if (order is not null && !isSame(order))
                return BridgeAnswer.NotPlaced(409, "DUPLICATE_ID", "the id was used for another order");
            leaves = order is not { View.State: not OrderState.Deferred };
            if (leaves)
            {
                var draft = draw();
                if (draft.Refusal is { } refusal) return refusal;
                order = Begin(order, draft);
                state.Terminal.Enqueue(order.Command = new PendingCommand(order));
            }
        }
        PendingCommand? settled = null;
        while (order!.Command is { } command && command != settled)
        {
            await Settle(command);
            settled = command;
        }
        lock (state.Gate)
        {
            // It has been answered: what would follow would leave late, and for nobody.
            if (settled is not null) settled.IsGivenUp = true;
            return answer(order, leaves);
        }
    }

    /// <param name="known">Null: nobody asked under its name before.</param>
    private PlacedOrder Begin(PlacedOrder? known, OrderDraft draft)
    {
        if (known is null) return state.Ledger.Begin(draft.Request!, draft.Legs, draft.Asked);
        state.Ledger.Repeat(known, draft.Legs);
        return known;
    }

    private OrderDraft Draft(Mt4OrderRequest request)
    {
        if (Refusal(request.Symbol) is { } refusal) return new OrderDraft(refusal);
        // A pending order opens its ticket first: what it meets then is closed by it (TicketNetting).
        var legs = request is { Reduces: true, Type: "MARKET" } ? Legs(request) : null;
        return legs?.Count > MostLegs
            ? new OrderDraft(
                BridgeAnswer.NotPlaced(422, "TOO_MANY_TICKETS", $"more than {MostLegs} tickets would have to be closed"))
            : new OrderDraft(null, request, legs);
    }

    private OrderDraft Draft(Mt4CloseRequest close, CloseAsked asked)
    {
        if (Busy() is { } busy) return new OrderDraft(busy);
        if (state.Terminal.Last!.Tickets.FirstOrDefault(one => one.Ticket == asked.Ticket) is not { } held)
            return new OrderDraft(BridgeAnswer.NotFound($"ticket {asked.Ticket}"));
        if (held is not { IsMarket: true, ClosedAt: null })
            return new OrderDraft(BridgeAnswer.NotPlaced(409, "NOT_OPEN", "the ticket is not an open position"));
        if (Refusal(held.Symbol) is { } refusal) return new OrderDraft(refusal);
        var lots = close.Lots ?? held.Lots;
        if (lots > held.Lots)
        {
            return new OrderDraft(
                BridgeAnswer.NotPlaced(422, "INVALID_VOLUME", $"the ticket has {held.Lots} lots", TradeError.InvalidVolume));
        }
        var request = new Mt4OrderRequest(
            close.ClientOrderId, held.Symbol, held.Side == "BUY" ? "SELL" : "BUY", "MARKET", lots, null, null, (int)held.Magic,
            close.SlippagePoints);
        return new OrderDraft(null, request, [new OrderLeg(held.Ticket, lots)], asked);
    }

    /// <summary>Oldest first, as brokers demand that know no opposite tickets. What another order is to close is left to it.</summary>
    private List<OrderLeg> Legs(Mt4OrderRequest request)
    {
        var taken = state.Taken();
        var (legs, left) = (new List<OrderLeg>(), request.Lots);
        foreach (var ticket in state.Terminal.Last!.Tickets
            .Where(one => one is { IsMarket: true, ClosedAt: null } && one.Symbol == request.Symbol && one.Magic == request.Magic
                && one.Side != request.Side && !taken.Contains(one.Ticket))
            .OrderBy(one => one.OpenedAt).ThenBy(one => one.Ticket))
        {
            if (left <= 0m) break;
            legs.Add(new OrderLeg(ticket.Ticket, Math.Min(left, ticket.Lots)));
            left -= legs[^1].Lots;
        }
        if (left > 0m) legs.Add(new OrderLeg(null, left));
        return legs;
    }

    /// <param name="change">Null: the ticket is deleted.</param>
    private async Task<BridgeAnswer> Alter(long ticket, Mt4OrderChange? change)
    {
        PendingCommand command;
        TerminalTicket? held;
        lock (state.Gate)
        {
            if (Busy() is { } refusal) return refusal;
            held = Held(ticket);
            if (held is null && state.Ledger.Find(ticket) is null) return BridgeAnswer.NotFound($"ticket {ticket}");
            var isFit = held is { ClosedAt: null } && (!held.IsMarket || change is { Price: null, Expiration: null });
            if (!isFit) return BridgeAnswer.NotPlaced(409, "NOT_PENDING", "the ticket is not a pending order");
            state.Terminal.Enqueue(command = new PendingCommand(ticket, change));
        }
        await Settle(command);
        lock (state.Gate)
        {
            var code = command.Ended.IsCompletedSuccessfully ? command.Ended.Result : TradeError.Timeout;
            if (code != 0) return BridgeAnswer.Of(code, $"it ended with MetaTrader's {code}");
            var view = (Held(ticket) ?? held!).View(state.Ledger.Find(ticket));
            return BridgeAnswer.Ok(change is null && !OrderState.IsOver(view.State) ? view with { State = OrderState.Cancelled } : view);
        }
    }

    private TerminalTicket? Held(long ticket) => state.Terminal.Last!.Tickets.FirstOrDefault(one => one.Ticket == ticket);

    private BridgeAnswer? Refusal(string symbol)
    {
        if (Busy() is { } busy) return busy;
        if (state.Ledger.Count >= state.Options.MostOrders)
            return BridgeAnswer.NotPlaced(503, "JOURNAL_FULL", "the journal is full: begin a new one, see docs/venues.md");
        return state.Terminal.Symbols.ContainsKey(symbol)
            ? null
            : BridgeAnswer.NotPlaced(422, "UNKNOWN_SYMBOL", "the symbol is not in the market watch", TradeError.UnknownSymbol);
    }

    private BridgeAnswer? Busy()
    {
        if (!state.Terminal.IsOnline) return BridgeAnswer.Offline();
        if (!state.Terminal.Last!.TradeAllowed)
            return BridgeAnswer.NotPlaced(503, "TRADE_DISABLED", "the terminal does not let experts trade", TradeError.TradeNotAllowed);
        return state.Terminal.Waiting >= state.Options.MostWaiting
            ? BridgeAnswer.NotPlaced(429, "BUSY", "too many commands wait for the terminal", 141)
            : null;
    }

    /// <summary>Waits while the client may. What the terminal did not ask for in time is taken back: then it never left.</summary>
    private async Task Settle(PendingCommand command)
    {
        if (!await Within(command.Handed, state.Options.HandWithin))
        {
            lock (state.Gate)
            {
                if (state.Terminal.Withdraw(command))
                {
                    if (command.Order is { } order)
                        state.Ledger.Refuse(order, TradeError.Withdrawn, "the terminal did not ask for it in time");
                    command.End(TradeError.Withdrawn);
                }
            }
        }
        if (!await Within(command.Ended, state.Options.AnswerWithin))
        {
            lock (state.Gate) command.IsGivenUp = true;
        }
    }

    private async Task<bool> Within(Task task, TimeSpan limit)
    {
        await task.WaitAsync(limit, state.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }

    private static BridgeAnswer Invalid(string objection) => BridgeAnswer.NotPlaced(400, "INVALID", objection, mtCode: 3);

    private static BridgeAnswer Closed(PlacedOrder order) => order.View.Executions is [var done, ..]
        ? BridgeAnswer.Ok(new Mt4Closed(done.Lots, done.Price, done.NewTicket))
        : Answer(order, isFirst: false);

    private static BridgeAnswer Answer(PlacedOrder order, bool isFirst)
    {
        var seen = order.Seen;
        return seen.State switch
        {
            OrderState.Unknown => BridgeAnswer.Of(order.MtCode == 0 ? TradeError.Timeout : order.MtCode, "the terminal has not answered"),
            OrderState.Rejected or OrderState.Deferred =>
                BridgeAnswer.Of(order.MtCode, seen.Comment ?? "", seen.State == OrderState.Deferred),
            _ => new BridgeAnswer(isFirst ? 201 : 200, seen),
        };
    }
}
