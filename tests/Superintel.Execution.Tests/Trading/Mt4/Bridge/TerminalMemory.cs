using Superintel.VenueSimulator.Matching;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>What the expert keeps on the terminal's disk: it outlives the expert.</summary>
internal sealed class TerminalMemory
{
    private TicketBook? book;

    public string Node { get; } = "chart-1";

    public long LastTaken { get; private set; }

    /// <summary>The command it wrote down last, before it did it.</summary>
    public string[] Line { get; private set; } = [];

    public bool IsDone { get; private set; } = true;

    /// <summary>Results that the bridge has not acknowledged.</summary>
    public SortedDictionary<long, (int Code, long Ticket)> Results { get; } = [];

    public void Take(long sequence, string[] line) => (LastTaken, Line, IsDone) = (sequence, line, false);

    public void Finish((int Code, long Ticket) result)
    {
        IsDone = true;
        Results[LastTaken] = result;
    }

    /// <summary>The account's tickets are the broker's: they outlive the terminal too.</summary>
    public TicketBook Book(SimExchange exchange) => book ??= new TicketBook(exchange);
}
