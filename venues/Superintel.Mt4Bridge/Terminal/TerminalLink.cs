using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>
/// The one terminal: who it is, what it said last, what waits for it. Not thread-safe: the bridge's gate is around it.
/// </summary>
internal sealed class TerminalLink(TimeProvider clock, TimeSpan silence)
{
    private readonly SortedDictionary<string, Mt4Symbol> symbols = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, TerminalQuote> quotes = new(StringComparer.Ordinal);
    private readonly List<PendingCommand> queue = [];
    private TaskCompletionSource wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset heardAt = DateTimeOffset.MinValue;
    private bool isHeld;

    /// <summary>Null until a terminal came.</summary>
    public TerminalReport? Last { get; private set; }

    public IReadOnlyDictionary<string, Mt4Symbol> Symbols => symbols;

    public IReadOnlyDictionary<string, TerminalQuote> Quotes => quotes;

    public int Waiting => queue.Count;

    /// <summary>What waits, and what the terminal has in hand.</summary>
    public IEnumerable<PendingCommand> Commands => Outstanding is { } outstanding ? queue.Prepend(outstanding) : queue;

    /// <summary>Handed out and neither answered nor given up by the terminal.</summary>
    public PendingCommand? Outstanding { get; set; }

    /// <summary>Ends when there is something to do.</summary>
    public Task Woken => wake.Task;

    /// <summary>The terminal was heard lately.</summary>
    public bool IsHere => Last is not null && (isHeld || clock.GetUtcNow() - heardAt <= silence);

    /// <summary>And it is at its broker: its tickets are the account's.</summary>
    public bool IsOnline => IsHere && Last is { IsConnected: true };

    /// <summary>One expert at a time, and its exchanges in order: an old one that arrives late is not the news.</summary>
    public bool MayReport(TerminalReport report) => Last is not { } last || (last.Session == report.Session
        ? report.Number > last.Number
        : !IsHere);

    public void Take(TerminalReport report)
    {
        if (Last?.Session != report.Session) symbols.Clear();
        (Last, heardAt) = (report, clock.GetUtcNow());
        foreach (var symbol in report.Symbols) symbols[symbol.Symbol] = symbol;
        quotes.Clear();
        foreach (var quote in report.Quotes) quotes[quote.Symbol] = quote;
    }

    public bool IsCurrent(TerminalReport report) => ReferenceEquals(Last, report);

    /// <summary>While its question is held the terminal is here, however long ago it asked.</summary>
    public void Hold(bool holds) => (isHeld, heardAt) = (holds, clock.GetUtcNow());

    public void Enqueue(PendingCommand command)
    {
        queue.Add(command);
        Wake();
    }

    /// <returns>False when it left already.</returns>
    public bool Withdraw(PendingCommand command) => queue.Remove(command);

    /// <summary>The next command, when the terminal has nothing in hand.</summary>
    public PendingCommand? Next() => Outstanding is null ? queue.Find(command => command.NotBefore <= clock.GetUtcNow()) : null;

    public void Leave(PendingCommand command, long sequence)
    {
        queue.Remove(command);
        command.Leave(sequence, Last!.Node);
        Outstanding = command;
    }

    public void Wake()
    {
        wake.TrySetResult();
        wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
