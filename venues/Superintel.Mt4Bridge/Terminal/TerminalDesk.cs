using System.Globalization;
using Superintel.Mt4Bridge.Orders;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>One exchange with the expert after the other: what it says is written down, then it gets what there is to do.</summary>
internal sealed class TerminalDesk(BridgeState state)
{
    private const int MostAsked = 50;
    private string refusedLast = "";
    private DateTimeOffset soughtAt = DateTimeOffset.MinValue;

    /// <summary>Answers at once when there is something to do, and otherwise when there is, or when the terminal's patience ends.</summary>
    /// <param name="aborted">The terminal has hung up: nothing may be handed to it any more.</param>
    public async Task<(int Status, IReadOnlyCollection<string> Lines)> Exchange(TerminalReport report, CancellationToken aborted)
    {
        Task? woken = null;
        lock (state.Gate)
        {
            if (Refused(report) is { } why)
            {
                if (why != refusedLast) state.Log.TerminalRefused(why);
                refusedLast = why;
                return (409, [$"refused\t{why}"]);
            }
            Take(report);
            if (!HasWork)
            {
                woken = state.Terminal.Woken;
                state.Terminal.Hold(true);
            }
        }
        if (woken is not null)
        {
            await woken.WaitAsync(TimeSpan.FromMilliseconds(report.HoldMilliseconds), state.Clock, aborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        lock (state.Gate)
        {
            if (!state.Terminal.IsCurrent(report)) return (409, ["refused\ta later exchange came"]);
            state.Terminal.Hold(false);
            return aborted.IsCancellationRequested ? (409, []) : (200, Reply(report));
        }
    }

    private bool HasWork => state.Terminal.Next() is not null || state.Terminal.Symbols.Count == 0
        || state.History.All.Any(question => !question.IsAsked);

    private string? Refused(TerminalReport report)
    {
        if (!state.Terminal.MayReport(report)) return "another expert, or a later exchange, is at the bridge";
        var account = report.Account;
        if (state.Ledger.Account is { } bound && (bound.Login, bound.Server) != (account.Login, account.Server))
            return $"the journal belongs to account {bound.Login} at {bound.Server}";
        if (state.Ledger.Account is null && report.IsConnected) state.Ledger.Bind(account.Login, account.Server);
        return null;
    }

    private void Take(TerminalReport report)
    {
        foreach (var ticket in report.Tickets) Match(ticket);
        foreach (var (sequence, code, ticket) in report.Done)
        {
            if (state.Ledger.Open.FirstOrDefault(order => order.Sequence == sequence) is { IsUnresolved: true } order)
                Finish(order, code, ticket);
        }
        // The expert writes a command's number down before it does it: a higher one never began, and is not handed out again.
        foreach (var order in state.Ledger.Open.Where(order => order.IsUnresolved).ToArray())
        {
            if (NeverBegan(report, order.Node, order.Sequence))
                state.Ledger.Refuse(order, TradeError.Withdrawn, "the terminal never read the command");
        }
        if (state.Terminal.Outstanding is { } outstanding) outstanding.End(Outcome(outstanding, report));
        state.Terminal.Outstanding = null;
        foreach (var (id, bars) in report.Bars) state.History.Find(id)?.Answered(bars);
        Say(report, state.Terminal.IsHere ? state.Terminal.Last : null);
        state.Terminal.Take(report);
    }

    private void Say(TerminalReport report, TerminalReport? last)
    {
        if (last?.Session != report.Session)
            state.Log.TerminalCame(report.Node, report.Account.Login, report.Account.Server, report.Build);
        if (last?.IsConnected != report.IsConnected && report.IsConnected) state.Log.BrokerThere();
        if (last?.IsConnected != report.IsConnected && !report.IsConnected) state.Log.BrokerLost();
        if (last?.TradeAllowed != report.TradeAllowed && !report.TradeAllowed) state.Log.TradingOff();
    }

    private void Match(TerminalTicket ticket)
    {
        var order = state.Ledger.Find(ticket.Ticket) ?? Named(ticket);
        if (order is null) return;
        var view = ticket.View(order.Request.ClientOrderId, order.Request.Lots);
        if (OrderState.MayFollow(order.View.State, view.State)) state.Ledger.Tell(order, view, 0);
    }

    private PlacedOrder? Named(TerminalTicket ticket) =>
        state.Ledger.Find(ticket.Name) is { Sequence: not null, View.Ticket: null } order
        && order.Request.Magic == ticket.Magic && order.Request.Symbol == ticket.Symbol
            ? order
            : null;

    private void Finish(PlacedOrder order, int code, long ticket)
    {
        if (code == 0 && ticket > 0) state.Ledger.Tell(order, order.View with { State = OrderState.New, Ticket = ticket }, 0);
        else if (code != 0 && TradeError.IsProof(code)) state.Ledger.Refuse(order, code, $"MetaTrader's error {code}");
        else if (order.View.State != OrderState.Unknown)
            state.Ledger.Tell(order, order.View with { State = OrderState.Unknown }, code == 0 ? TradeError.NoResult : code);
    }

    private static int Outcome(PendingCommand outstanding, TerminalReport report)
    {
        foreach (var (sequence, code, _) in report.Done)
            if (sequence == outstanding.Sequence) return code;
        return NeverBegan(report, outstanding.Node, outstanding.Sequence) ? TradeError.Withdrawn : TradeError.NoResult;
    }

    // Not without the broker: a terminal that is not there yet has no tickets, which would speak against it.
    private static bool NeverBegan(TerminalReport report, string? node, long? sequence) =>
        report.IsConnected && node == report.Node && sequence > report.LastTaken;

    private List<string> Reply(TerminalReport report)
    {
        List<string> lines = [.. report.Done.Select(done => Line($"ack\t{done.Sequence}"))];
        if (state.Terminal.Symbols.Count == 0) lines.Add("symbols");
        var there = report.Tickets.Where(ticket => ticket.ClosedAt is null).Select(ticket => ticket.Ticket).ToHashSet();
        lines.AddRange(state.Ledger.Open.Where(order => order.View.Ticket is { } ticket && !there.Contains(ticket))
            .Take(MostAsked).Select(order => Line($"watch\t{order.View.Ticket}")));
        if (state.Clock.GetUtcNow() - soughtAt >= state.Options.SeekEvery)
        {
            soughtAt = state.Clock.GetUtcNow();
            lines.AddRange(state.Ledger.Open.Where(order => order.IsUnresolved).Take(MostAsked)
                .Select(order => Line($"seek\t{order.Request.ClientOrderId}\t{order.Request.Magic}")));
        }
        var offset = TimeSpan.FromMinutes(report.OffsetMinutes);
        foreach (var question in state.History.All.Where(question => !question.IsAsked))
        {
            question.IsAsked = true;
            var from = (question.From + offset).ToUnixTimeSeconds();
            lines.Add(Line($"bars\t{question.Id}\t{question.Symbol}\t{question.Minutes}\t{Math.Max(0, from)}\t{question.Limit}"));
        }
        if (state.Terminal.Next() is { } command) lines.Add(Hand(command, report, offset));
        return lines;
    }

    // The journal first: whoever reads it later knows that this may have been done.
    private string Hand(PendingCommand command, TerminalReport report, TimeSpan offset)
    {
        var request = command.Order?.Request;
        var sequence = state.Ledger.Hand(report.Node, report.LastTaken, request?.ClientOrderId, command.Ticket);
        state.Terminal.Leave(command, sequence);
        if (request is null) return Line($"delete\t{sequence}\t{command.Ticket}");
        var expiration = request.Expiration is { } end ? (end + offset).ToUnixTimeSeconds() : 0;
        var what = Line($"place\t{sequence}\t{request.ClientOrderId}\t{request.Symbol}\t{OrderCheck.TypeOf(request)}");
        return Line($"{what}\t{request.Lots}\t{request.Price ?? 0m}\t{expiration}\t{request.Magic}");
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
