using System.Globalization;
using Superintel.Mt4Bridge.Orders;
using Superintel.Mt4Bridge.Terminal;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Answers;

/// <summary>Questions of Execution. Without a terminal at its broker there is no answer: silence is never an empty account.</summary>
internal sealed class BridgeReads(BridgeState state)
{
    private static readonly SortedDictionary<string, int> Minutes = new(StringComparer.Ordinal)
    {
        ["M1"] = 1, ["M5"] = 5, ["M15"] = 15, ["M30"] = 30, ["H1"] = 60, ["H4"] = 240, ["D1"] = 1440, ["W1"] = 10080, ["MN1"] = 43200,
    };

    private const int MostRows = 1_000;
    private static readonly DateTimeOffset LatestTime = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public BridgeAnswer Health()
    {
        lock (state.Gate)
        {
            var last = state.Terminal.IsHere ? state.Terminal.Last : null;
            return BridgeAnswer.Ok(new Mt4Health(
                "up", last?.IsConnected ?? false, last is { IsConnected: true, TradeAllowed: true }, state.Clock.GetUtcNow(),
                last?.OffsetMinutes ?? 0, last?.Build ?? 0));
        }
    }

    public BridgeAnswer Account() => Online(last => last.Account with
    {
        MarginLevel = last.Account.Margin > 0m ? decimal.Round(last.Account.Equity / last.Account.Margin * 100m, 2) : null,
    });

    /// <summary>Before the terminal has told its symbols there is no answer either: a symbol that is missing is one that it does not
    /// list.</summary>
    public BridgeAnswer Symbols(string names)
    {
        lock (state.Gate)
            return state.Terminal.Symbols.Count == 0 ? BridgeAnswer.Offline() : Online(_ => Wanted(names, state.Terminal.Symbols));
    }

    public BridgeAnswer Quotes(string names) => Online(_ => Wanted(names, state.Terminal.Quotes)
        .Select(quote => new Mt4Quote(quote.Symbol, quote.Bid, quote.Ask, quote.At)).ToArray());

    public BridgeAnswer Positions() => Online(last => last.Tickets
        .Where(ticket => ticket is { IsMarket: true, ClosedAt: null })
        .Select(ticket => ticket.Position(state.Ledger.Find(ticket.Ticket)))
        .ToArray());

    public BridgeAnswer Orders() => Online(last => last.Tickets
        .Where(ticket => ticket is { IsMarket: false, ClosedAt: null })
        .Select(ticket => ticket.View(state.Ledger.Find(ticket.Ticket)))
        .ToArray());

    /// <summary>What is over is in the journal; what is not, only the terminal knows.</summary>
    public BridgeAnswer ByClientId(string id)
    {
        lock (state.Gate)
        {
            if (state.Ledger.Find(id) is not { } order) return BridgeAnswer.NotFound(id);
            var seen = order.Seen;
            var isSure = OrderState.IsOver(seen.State) || seen.State == OrderState.Unknown || state.Terminal.IsOnline;
            return isSure ? BridgeAnswer.Ok(seen) : BridgeAnswer.Offline();
        }
    }

    public Task<BridgeAnswer> Bars(string symbol, string timeframe, (string From, string To, string Limit) span)
    {
        if (!Minutes.TryGetValue(timeframe, out var minutes))
            return Task.FromResult(BridgeAnswer.NotPlaced(400, "INVALID", "timeframe is M1 to MN1", 3));
        lock (state.Gate)
        {
            if (state.Terminal.IsOnline && !state.Terminal.Symbols.ContainsKey(symbol))
                return Task.FromResult(BridgeAnswer.NotFound(symbol));
        }
        return Past(symbol, minutes, span, 100, rows => rows);
    }

    /// <summary>Closed tickets, oldest first; of more than the limit the newest.</summary>
    public Task<BridgeAnswer> History((string From, string To, string Limit) span) => Past(null, 0, span, MostRows, rows =>
    {
        lock (state.Gate)
            return ((TerminalTicket[])rows).Select(ticket => ticket.Trade(state.Ledger.Find(ticket.Ticket))).ToArray();
    });

    private async Task<BridgeAnswer> Past(
        string? symbol, int minutes, (string From, string To, string Limit) span, int usual, Func<object, object> told)
    {
        if (!Times(span, out var from, out var to)) return BridgeAnswer.NotPlaced(400, "INVALID", "from and to are times", 3);
        var count = int.TryParse(span.Limit, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, MostRows) : usual;
        HistoryQuestion? question;
        lock (state.Gate)
        {
            if (!state.Terminal.IsOnline) return BridgeAnswer.Offline();
            question = state.History.Ask(symbol, minutes, from, to, count);
            state.Terminal.Wake();
        }
        if (question is null) return BridgeAnswer.NotPlaced(429, "BUSY", "too many questions for history wait", 141);
        await ((Task)question.Answer).WaitAsync(state.Options.AnswerWithin, state.Clock)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (state.Gate) state.History.Forget(question);
        return question.Answer.IsCompletedSuccessfully ? BridgeAnswer.Ok(told(question.Answer.Result)) : BridgeAnswer.Offline();
    }

    // What is left out is open on that side.
    private static bool Times((string From, string To, string Limit) span, out DateTimeOffset from, out DateTimeOffset? to)
    {
        (from, to) = (DateTimeOffset.UnixEpoch, null);
        if (span.From.Length > 0 && !Time(span.From, out from)) return false;
        if (span.To.Length == 0) return true;
        var isGood = Time(span.To, out var end);
        to = end;
        return isGood;
    }

    private static bool Time(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
        && time >= DateTimeOffset.UnixEpoch && time < LatestTime;

    /// <summary>Events after a number; waits for the next when there is none.</summary>
    public async Task<BridgeAnswer> Events(long after, int waitMilliseconds, CancellationToken ct)
    {
        var most = state.Options.MostEvents;
        Mt4Event[] told;
        Task next;
        lock (state.Gate) (told, next) = state.Ledger.After(after, most);
        if (told.Length == 0)
        {
            await next.WaitAsync(TimeSpan.FromMilliseconds(Math.Clamp(waitMilliseconds, 0, 30_000)), state.Clock, ct)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (state.Gate) (told, _) = state.Ledger.After(after, most);
        }
        lock (state.Gate) return BridgeAnswer.Ok(new Mt4Events(told, state.Ledger.LastEvent));
    }

    private BridgeAnswer Online(Func<TerminalReport, object> answer)
    {
        lock (state.Gate) return state.Terminal.IsOnline ? BridgeAnswer.Ok(answer(state.Terminal.Last!)) : BridgeAnswer.Offline();
    }

    private static T[] Wanted<T>(string names, IReadOnlyDictionary<string, T> rows)
    {
        var wanted = names.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return [.. rows.Where(row => wanted.Length == 0 || wanted.Contains(row.Key, StringComparer.Ordinal)).Select(row => row.Value)];
    }
}
