using System.Globalization;
using Superintel.Mt4Bridge.Orders;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>One exchange with the expert after the other: what it says is written down, then it gets what there is to do.</summary>
internal sealed class TerminalDesk(BridgeState state)
{
    private const int MostAsked = 50;
    private readonly OrderMatch match = new(state);
    private readonly TicketNetting netting = new(state);
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
        match.Take(report);
        if (state.Terminal.Outstanding is { } outstanding) outstanding.End(Outcome(outstanding, report));
        state.Terminal.Outstanding = null;
        foreach (var (id, bars) in report.Bars) state.History.Find(id)?.Answered(bars);
        foreach (var (id, trades) in report.Trades) state.History.Find(id)?.Answered(trades);
        Say(report, state.Terminal.IsHere ? state.Terminal.Last : null);
        state.Terminal.Take(report);
        netting.Look(report);
    }

    private void Say(TerminalReport report, TerminalReport? last)
    {
        if (last?.Session != report.Session)
            state.Log.TerminalCame(report.Node, report.Account.Login, report.Account.Server, report.Build);
        if (last?.IsConnected != report.IsConnected && report.IsConnected) state.Log.BrokerThere();
        if (last?.IsConnected != report.IsConnected && !report.IsConnected) state.Log.BrokerLost();
        if (last?.TradeAllowed != report.TradeAllowed && !report.TradeAllowed) state.Log.TradingOff();
    }

    private static int Outcome(PendingCommand outstanding, TerminalReport report)
    {
        foreach (var (sequence, code, _) in report.Done)
            if (sequence == outstanding.Sequence) return code;
        return OrderMatch.NeverBegan(report, outstanding.Node, outstanding.Sequence) ? TradeError.Withdrawn : TradeError.NoResult;
    }

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
            lines.AddRange(state.Ledger.Open.Where(order => order.IsUnresolved).Take(MostAsked).Select(Seek));
        }
        var offset = TimeSpan.FromMinutes(report.OffsetMinutes);
        foreach (var question in state.History.All.Where(question => !question.IsAsked))
        {
            question.IsAsked = true;
            lines.Add(question.Line(offset));
        }
        if (state.Terminal.Next() is { } command) lines.Add(Hand(command, report, offset));
        return lines;
    }

    private static string Seek(PlacedOrder order) => order.Leg?.Ticket is { } ticket
        ? Line($"watch\t{ticket}")
        : Line($"seek\t{order.Request.ClientOrderId}\t{order.Request.Magic}");

    // The journal first: whoever reads it later knows that this may have been done.
    private string Hand(PendingCommand command, TerminalReport report, TimeSpan offset)
    {
        var (request, leg) = (command.Order?.Request, command.Order?.Leg);
        var sequence = state.Ledger.Hand(
            report.Node, report.LastTaken, request?.ClientOrderId, command.Ticket ?? leg?.Ticket, command.Change, command.By);
        state.Terminal.Leave(command, sequence);
        if (command.By is { } by) return Line($"closeby\t{sequence}\t{command.Ticket}\t{by}");
        if (request is null || leg is null) return Change(command, sequence, report, offset);
        var slippage = request.SlippagePoints ?? -1;
        if (leg.Ticket is { } closes) return Line($"close\t{sequence}\t{closes}\t{leg.Lots}\t{slippage}");
        var what = Line($"place\t{sequence}\t{request.ClientOrderId}\t{request.Symbol}\t{OrderCheck.TypeOf(request)}");
        var terms = Line($"{leg.Lots}\t{request.Price ?? 0m}\t{Broker(request.Expiration, offset)}\t{request.Magic}");
        return Line($"{what}\t{terms}\t{slippage}\t{request.StopLoss ?? 0m}\t{request.TakeProfit ?? 0m}");
    }

    // MetaTrader changes all at once: what is not to be changed is told as it is.
    private static string Change(PendingCommand command, long sequence, TerminalReport report, TimeSpan offset)
    {
        var held = report.Tickets.FirstOrDefault(ticket => ticket.Ticket == command.Ticket);
        if (command.Change is not { } change) return Line($"delete\t{sequence}\t{command.Ticket}");
        // Of a ticket that is gone meanwhile nothing is known, and the expert finds it over.
        var stops = Line($"{change.StopLoss ?? held?.StopLoss ?? 0m}\t{change.TakeProfit ?? held?.TakeProfit ?? 0m}");
        var expiration = Broker(change.Expiration ?? held?.Expiration, offset);
        return Line($"modify\t{sequence}\t{command.Ticket}\t{change.Price ?? held?.OpenPrice ?? 0m}\t{stops}\t{expiration}");
    }

    private static long Broker(DateTimeOffset? time, TimeSpan offset) => time is { } given ? (given + offset).ToUnixTimeSeconds() : 0;

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
