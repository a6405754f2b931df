using Superintel.Mt4Bridge.Answers;
using Superintel.Mt4Bridge.Terminal;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>Takes orders and cancels from Execution, and waits for what the terminal makes of them.</summary>
internal sealed class OrderDesk(BridgeState state)
{
    public async Task<BridgeAnswer> Place(Mt4OrderRequest request)
    {
        if (OrderCheck.Objection(request) is { } objection) return BridgeAnswer.NotPlaced(400, "INVALID", objection, mtCode: 3);
        PlacedOrder? order;
        var isFirst = false;
        lock (state.Gate)
        {
            order = state.Ledger.Find(request.ClientOrderId);
            if (order is null)
            {
                if (Refusal(request) is { } refusal) return refusal;
                order = state.Ledger.Begin(request);
                isFirst = true;
                state.Terminal.Enqueue(order.Command = new PendingCommand(order, null));
            }
            else if (order.Request != request)
            {
                return BridgeAnswer.NotPlaced(409, "DUPLICATE_ID", "the id was used for another order");
            }
        }
        if (order.Command is { } command) await Settle(command);
        lock (state.Gate) return Answer(order, isFirst);
    }

    public async Task<BridgeAnswer> Delete(long ticket)
    {
        PendingCommand command;
        PlacedOrder? order;
        TerminalTicket held;
        lock (state.Gate)
        {
            if (Busy() is { } refusal) return refusal;
            order = state.Ledger.Find(ticket);
            var found = state.Terminal.Last!.Tickets.FirstOrDefault(one => one.Ticket == ticket);
            if (found is null && order is null) return BridgeAnswer.NotFound($"ticket {ticket}");
            if (found is not { IsMarket: false, ClosedAt: null })
                return BridgeAnswer.NotPlaced(409, "NOT_PENDING", "the ticket is not a pending order");
            held = found;
            state.Terminal.Enqueue(command = new PendingCommand(null, ticket));
        }
        await Settle(command);
        lock (state.Gate)
        {
            var code = command.Ended.IsCompletedSuccessfully ? command.Ended.Result : TradeError.Timeout;
            if (code != 0) return BridgeAnswer.Of(code, $"the cancel ended with MetaTrader's {code}");
            var view = order?.View ?? held.View(null);
            return BridgeAnswer.Ok(OrderState.IsOver(view.State) ? view : view with { State = OrderState.Cancelled });
        }
    }

    private BridgeAnswer? Refusal(Mt4OrderRequest request)
    {
        if (Busy() is { } busy) return busy;
        if (state.Ledger.Count >= state.Options.MostOrders)
            return BridgeAnswer.NotPlaced(503, "JOURNAL_FULL", "the journal is full: begin a new one, see docs/venues.md");
        return state.Terminal.Symbols.ContainsKey(request.Symbol)
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
        await Within(command.Ended, state.Options.AnswerWithin);
    }

    private async Task<bool> Within(Task task, TimeSpan limit)
    {
        await task.WaitAsync(limit, state.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }

    private static BridgeAnswer Answer(PlacedOrder order, bool isFirst)
    {
        var seen = order.Seen;
        return seen.State switch
        {
            OrderState.Unknown => BridgeAnswer.Of(order.MtCode == 0 ? TradeError.Timeout : order.MtCode, "the terminal has not answered"),
            OrderState.Rejected => BridgeAnswer.Of(order.MtCode, seen.Comment ?? ""),
            _ => new BridgeAnswer(isFirst ? 201 : 200, seen),
        };
    }
}
