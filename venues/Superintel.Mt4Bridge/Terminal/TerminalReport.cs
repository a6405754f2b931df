using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>What the terminal says in one exchange: itself, its account, every open and pending ticket, and what it did.</summary>
/// <param name="Node">The chart; stays over the expert's restarts together with <paramref name="LastTaken"/>.</param>
/// <param name="Session">One run of the expert.</param>
/// <param name="Number">Of the exchange within the session, growing.</param>
/// <param name="LastTaken">The last command it wrote down before doing it. A higher one was never begun.</param>
internal sealed record TerminalReport(string Node, string Session, long Number, long LastTaken, int HoldMilliseconds)
{
    public bool IsConnected { get; init; }

    public bool TradeAllowed { get; init; }

    public int OffsetMinutes { get; init; }

    public int Build { get; init; }

    public required Mt4Account Account { get; init; }

    public IReadOnlyList<Mt4Symbol> Symbols { get; init; } = [];

    public IReadOnlyList<TerminalQuote> Quotes { get; init; } = [];

    public IReadOnlyList<TerminalTicket> Tickets { get; init; } = [];

    /// <summary>Command, MetaTrader's error (0: none) and the ticket, if there is one.</summary>
    public IReadOnlyList<(long Sequence, int Code, long Ticket)> Done { get; init; } = [];

    /// <summary>Answers to questions for closed tickets, whole ones only.</summary>
    public IReadOnlyDictionary<long, TerminalTicket[]> Trades { get; init; } = new SortedDictionary<long, TerminalTicket[]>();

    /// <summary>Answers to questions for history, whole ones only.</summary>
    public IReadOnlyDictionary<long, Mt4Bar[]> Bars { get; init; } = new SortedDictionary<long, Mt4Bar[]>();
}
