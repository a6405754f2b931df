using Superintel.Mt4Bridge.Terminal;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>
/// Tickets of opposite sides that stand beside each other although their order was to reduce: a pending one can only open. They close each
/// other, oldest first, two at a time; no position moves by it. Judged from what the terminal shows, so that nothing has to be remembered
/// over a crash. Inside the bridge's gate.
/// </summary>
internal sealed class TicketNetting(BridgeState state)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private readonly SortedDictionary<(long Ticket, long By), (int Times, DateTimeOffset At)> tried = [];

    public void Look(TerminalReport report)
    {
        if (report is not { IsConnected: true, TradeAllowed: true }) return;
        var open = report.Tickets.Where(one => one is { IsMarket: true, ClosedAt: null }).OrderBy(one => one.OpenedAt)
            .ThenBy(one => one.Ticket).ToArray();
        Forget(open);
        if (!open.Any(IsToReduce)) return;
        var now = state.Clock.GetUtcNow();
        foreach (var pair in Opposite(open))
        {
            var (times, at) = tried.GetValueOrDefault(pair);
            if (times > 0 && now - at < Pause(times)) continue;
            tried[pair] = (times + 1, now);
            state.Log.Netted(pair.Ticket, pair.By);
            state.Terminal.Enqueue(new PendingCommand(pair.Ticket, pair.By));
            return;
        }
    }

    private IEnumerable<(long Ticket, long By)> Opposite(TerminalTicket[] open)
    {
        var taken = state.Taken();
        foreach (var later in open.Where(one => !taken.Contains(one.Ticket)))
        {
            var older = open.TakeWhile(one => one.Ticket != later.Ticket).FirstOrDefault(one => one.Side != later.Side
                && one.Symbol == later.Symbol && one.Magic == later.Magic && !taken.Contains(one.Ticket)
                && (IsToReduce(one) || IsToReduce(later)));
            if (older is not null) yield return (older.Ticket, later.Ticket);
        }
    }

    private bool IsToReduce(TerminalTicket ticket) => state.Ledger.Find(ticket.Ticket) is { Request.Reduces: true };

    // What did not close is tried more and more seldom: not every broker allows it.
    private TimeSpan Pause(int times)
    {
        var pause = state.Options.NetEvery * Math.Pow(2, Math.Min(times - 1, 20));
        return pause < LongestPause ? pause : LongestPause;
    }

    private void Forget(TerminalTicket[] open)
    {
        if (tried.Count == 0) return;
        var there = open.Select(one => one.Ticket).ToHashSet();
        foreach (var pair in tried.Keys.Where(pair => !there.Contains(pair.Ticket) || !there.Contains(pair.By)).ToArray())
            tried.Remove(pair);
    }
}
