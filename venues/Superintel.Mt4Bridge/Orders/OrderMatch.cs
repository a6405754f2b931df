using Superintel.Mt4Bridge.Terminal;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>What a report says of the journal's orders. Everything inside the bridge's gate.</summary>
internal sealed class OrderMatch(BridgeState state)
{
    private const int MostRefusals = 3;

    public void Take(TerminalReport report)
    {
        // A close that failed first: the ticket may be over for another reason, and is then no execution of ours.
        foreach (var (sequence, code, _) in report.Done)
            if (Unresolved(sequence) is { Leg.Ticket: not null } order && code != 0 && TradeError.IsProof(code)) Finish(order, code, 0);
        foreach (var ticket in report.Tickets) Match(ticket, report);
        foreach (var ticket in report.Tickets.Where(one => one is { IsMarket: true, ClosedAt: null }))
            if (ticket.RestOf is { } whole && state.Ledger.Find(ticket.Ticket) is null && state.Ledger.Find(whole) is not null)
                state.Ledger.Split(whole, ticket.Ticket);
        foreach (var (sequence, code, ticket) in report.Done)
            if (Unresolved(sequence) is { } order) Finish(order, code, ticket);
        // The expert writes a command's number down before it does it: a higher one never began, and is not handed out again.
        foreach (var order in state.Ledger.Open.Where(order => order.IsUnresolved).ToArray())
        {
            if (NeverBegan(report, order.Node, order.Sequence))
                state.Ledger.Refuse(order, TradeError.Withdrawn, "the terminal never read the command");
        }
    }

    // Not without the broker: a terminal that is not there yet has no tickets, which would speak against it.
    public static bool NeverBegan(TerminalReport report, string? node, long? sequence) =>
        report.IsConnected && node == report.Node && sequence > report.LastTaken;

    private PlacedOrder? Unresolved(long sequence) =>
        state.Ledger.Open.FirstOrDefault(order => order.Sequence == sequence && order.IsUnresolved);

    private void Match(TerminalTicket ticket, TerminalReport report)
    {
        // What another ticket closed moved no position, and one of the two has no lots left.
        if (ticket.ClosedAt is not null && ticket.HasTraded && state.Ledger.Closing(ticket.Ticket) is { Leg: { } leg } closing)
            Execute(closing, Closed(ticket, leg, report), closing.View);
        var order = state.Ledger.Find(ticket.Ticket) ?? Named(ticket);
        if (order is null || order.HasOpened || ticket.RestOf is not null) return; // a rest is never what was opened
        if (ticket.IsMarket) Execute(order, Opened(ticket, order), ticket.On(order.View));
        else if (OrderState.MayFollow(order.View.State, ticket.State) || IsChanged(order.View, ticket))
            state.Ledger.Tell(order, ticket.On(order.View) with { State = ticket.State }, 0);
    }

    private PlacedOrder? Named(TerminalTicket ticket) =>
        state.Ledger.Find(ticket.Name) is { Sequence: not null, View.Ticket: null, Opens: true } order
        && order.Request.Magic == ticket.Magic && order.Request.Symbol == ticket.Symbol
            ? order
            : null;

    private static bool IsChanged(Mt4Order known, TerminalTicket ticket) => known.State == OrderState.Working
        && ticket.State == OrderState.Working
        && (known.Price, known.StopLoss, known.TakeProfit, known.Expiration)
            != (ticket.OpenPrice, ticket.StopLoss, ticket.TakeProfit, ticket.Expiration);

    // What follows a leg leaves only for somebody who still waits: a market order must not leave late.
    private void Execute(PlacedOrder order, Mt4Execution execution, Mt4Order view)
    {
        var goesOn = order.Command is { IsGivenUp: false };
        state.Ledger.Execute(order, execution, goesOn, view);
        if (!OrderState.IsOver(order.View.State)) state.Terminal.Enqueue(order.Command = new PendingCommand(order));
    }

    // Of a ticket that was closed in part meanwhile only that part is left under its number, and nothing of one that another
    // closed: the order filled whole.
    private static Mt4Execution Opened(TerminalTicket ticket, PlacedOrder order) => new(
        ticket.Ticket, ExecutionKind.Open, ticket.HasTraded && ticket.Rest is null ? ticket.Lots : order.Legs[^1].Lots,
        ticket.OpenPrice, ticket.OpenedAt, -ticket.Commission);

    private Mt4Execution Closed(TerminalTicket ticket, OrderLeg leg, TerminalReport report)
    {
        // A ticket's commission is of opening and closing together: the opening's is told already.
        var opened = state.Ledger.Find(ticket.Ticket)?.View.Executions?.FirstOrDefault(done => done.Kind == ExecutionKind.Open);
        var before = opened is null ? 0m : decimal.Round(opened.Commission / opened.Lots * ticket.Lots, 8);
        var rest = ticket.Rest ?? report.Tickets.FirstOrDefault(other => other.RestOf == ticket.Ticket)?.Ticket;
        return new Mt4Execution(
            ticket.Ticket, ExecutionKind.Close, Math.Min(ticket.Lots, leg.Lots), ticket.ClosePrice, ticket.ClosedAt!.Value,
            -ticket.Commission - before, rest);
    }

    private void Finish(PlacedOrder order, int code, long ticket)
    {
        if (code == 0 && order.Leg?.Ticket is not null) return; // the closed ticket itself says how: it is asked for
        if (code == 0 && ticket > 0) state.Ledger.Tell(order, order.View with { State = OrderState.New, Ticket = ticket }, 0);
        else if (code != 0 && TradeError.IsProof(code)) Refused(order, code);
        else if (order.View.State != OrderState.Unknown)
            state.Ledger.Tell(order, order.View with { State = OrderState.Unknown }, code == 0 ? TradeError.NoResult : code);
    }

    // What has traded in part is sent by nobody again: its rest is tried a few times while somebody waits, like any leg behind the first.
    private void Refused(PlacedOrder order, int code)
    {
        var isTriedAgain = order is { Done: > 0, Refusals: < MostRefusals, Command.IsGivenUp: false }
            && TradeError.Passes(code, order.IsAtMarket);
        if (!isTriedAgain)
        {
            state.Ledger.Refuse(order, code, $"MetaTrader's error {code}");
            return;
        }
        state.Ledger.Repeat(order, null);
        var from = state.Clock.GetUtcNow() + state.Options.LegPause;
        state.Terminal.Enqueue(order.Command = new PendingCommand(order) { NotBefore = from });
    }
}
