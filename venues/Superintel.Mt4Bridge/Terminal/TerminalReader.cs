using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>A terminal's body as a report. Nothing from outside makes it throw: what is not whole and sound is nothing.</summary>
internal static class TerminalReader
{
    public const int Version = 3;
    private const int MostRows = 4_000;
    private const int LongestHold = 5_000;
    private const int MostOffset = 24 * 60;

    // SYMBOL_TRADE_MODE of MQL4, by its number.
    private static readonly string[] TradeModes = ["DISABLED", "LONG_ONLY", "SHORT_ONLY", "CLOSE_ONLY", "FULL"];

    public static TerminalReport? Read(ReadOnlySpan<byte> body)
    {
        if (!TerminalLines.TryRead(body, out var lines) || lines.Length is < 3 or > MostRows) return null;
        if (Begin(lines[0]) is not { } report || Terminal(lines[1], report) is not { } known) return null;
        if (Account(lines[2]) is not { } account) return null;
        return Rows(lines.AsSpan(3), known with { Account = account });
    }

    private static TerminalReport? Begin(string[] line)
    {
        var row = new TerminalRow(line, TimeSpan.Zero);
        if (line[0] != "hello" || row.Number() != Version) return null;
        var report = new TerminalReport(row.Name(), row.Name(), row.Number(), row.Number(0, long.MaxValue / 2), row.Small(0, LongestHold))
        {
            Account = new Mt4Account(0, "", "", "", 0, 0m, 0m, 0m, 0m, 0m),
        };
        return row.IsGood ? report : null;
    }

    private static TerminalReport? Terminal(string[] line, TerminalReport report)
    {
        var row = new TerminalRow(line, TimeSpan.Zero);
        var known = report with
        {
            IsConnected = row.Flag(), TradeAllowed = row.Flag(), OffsetMinutes = row.Small(-MostOffset, MostOffset), Build = row.Small(),
        };
        return line[0] == "terminal" && row.IsGood ? known : null;
    }

    private static Mt4Account? Account(string[] line)
    {
        var row = new TerminalRow(line, TimeSpan.Zero);
        var account = new Mt4Account(
            row.Number(1), row.Text(), row.Text(), row.Name(), row.Small(), row.Decimal(), row.Decimal(), row.Decimal(), row.Decimal(),
            row.Decimal());
        return line[0] == "account" && row.IsGood ? account : null;
    }

    private static TerminalReport? Rows(ReadOnlySpan<string[]> lines, TerminalReport report)
    {
        var offset = TimeSpan.FromMinutes(report.OffsetMinutes);
        var (symbols, quotes, tickets) = (new List<Mt4Symbol>(), new List<TerminalQuote>(), new List<TerminalTicket>());
        var done = new List<(long, int, long)>();
        var (bars, answered) = (new List<Mt4Bar>(), new SortedDictionary<long, Mt4Bar[]>());
        var (past, trades) = (new List<TerminalTicket>(), new SortedDictionary<long, TerminalTicket[]>());
        foreach (var line in lines)
        {
            var row = new TerminalRow(line, offset);
            switch (line[0])
            {
                case "symbol": symbols.Add(Symbol(ref row)); break;
                case "quote": quotes.Add(new TerminalQuote(row.Name(), row.Decimal(), row.Decimal(), row.GivenTime())); break;
                case "ticket": tickets.Add(Ticket(ref row)); break;
                case "done": done.Add((row.Number(1), row.Small(), row.Number())); break;
                case "bar": bars.Add(Bar(ref row)); break;
                case "bars" when Answers(ref row, bars, answered): break;
                case "past": past.Add(Ticket(ref row)); break;
                case "history" when Answers(ref row, past, trades): break;
                default: return null;
            }
            if (!row.IsGood) return null;
        }
        // A row without the line that says whose it is, or a ticket twice: the expert did not write that.
        var isSound = bars.Count == 0 && past.Count == 0
            && tickets.Select(ticket => ticket.Ticket).Distinct().Count() == tickets.Count;
        return isSound
            ? report with { Symbols = symbols, Quotes = quotes, Tickets = tickets, Done = done, Bars = answered, Trades = trades }
            : null;
    }

    // The line after the rows of an answer: whose they are, and how many.
    private static bool Answers<T>(ref TerminalRow row, List<T> rows, SortedDictionary<long, T[]> answers)
    {
        var isSound = answers.TryAdd(row.Number(1), [.. rows]) && row.Number() == rows.Count;
        rows.Clear();
        return isSound;
    }

    private static Mt4Symbol Symbol(ref TerminalRow row) => new(
        row.Name(), row.Small(0, 12), row.Positive(), row.Positive(), row.Decimal(), row.Decimal(), row.Positive(), row.Small(),
        row.Positive(), row.Decimal(), TradeModes[row.Small(0, TradeModes.Length - 1)]);

    private static TerminalTicket Ticket(ref TerminalRow row) => new(
        row.Number(1), row.Name(), row.Small(0, 5), row.Decimal(), row.Decimal(), row.GivenTime(), row.Time(), row.Decimal(),
        row.Decimal(), row.Decimal(), row.Decimal(), row.Number(int.MinValue, int.MaxValue), row.Time(), row.Given(), row.Given(),
        row.Text());

    private static Mt4Bar Bar(ref TerminalRow row) => new(
        row.GivenTime(), row.Decimal(), row.Decimal(), row.Decimal(), row.Decimal(), row.Number(), row.Flag());
}
