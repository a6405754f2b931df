using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>
/// The trades of each market, ours among the others': one whenever a market moves, and as many from before the start as a client asks for
/// at first. Their numbers are in one row with the account's own.
/// </summary>
internal sealed class Tape
{
    private const int Before = 1_000;
    private const int Most = 20_000;
    private const long ApartMs = 1_000;
    private const int Parts = 10;

    private readonly SimExchange exchange;
    private readonly VenueClock clock;
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Queue<Print>> prints = new(StringComparer.Ordinal);

    public Tape(SimExchange exchange, Candles candles, VenueClock clock)
    {
        (this.exchange, this.clock) = (exchange, clock);
        var first = exchange.TakeTrades(Before);
        foreach (var market in exchange.Instruments)
        {
            prints[market.Symbol] = new Queue<Print>(Enumerable.Range(0, Before).Select(i =>
            {
                var at = clock.NowMs - ((Before - i) * ApartMs);
                return new Print(first + i, market.Symbol, candles.Price(market.Symbol, at), Size(market, first + i), at, i % 2 == 0);
            }));
        }
    }

    /// <summary>Somebody trades where the market is now.</summary>
    public Print Others(SimInstrument market, SimBook book)
    {
        var id = exchange.TakeTrades(1);
        var sold = book.Bids.Count > 0 && book.Last <= book.Bids[0].Price;
        return Add(new Print(id, market.Symbol, book.Last, Size(market, id), clock.NowMs, sold));
    }

    public Print Ours(SimFill fill) => Add(
        new Print(fill.Id, fill.Symbol, fill.Price, fill.Quantity, fill.At.ToUnixTimeMilliseconds(), Views.BuyerIsMaker(fill)));

    /// <summary>Oldest first; from a number or between two times, or the newest.</summary>
    public IReadOnlyList<Print> Of(string symbol, Request request)
    {
        var (from, since, until) = (request.Long("fromId"), request.Long("startTime"), request.Long("endTime"));
        lock (gate)
        {
            var found = prints[symbol].Where(print => print.Id >= (from ?? 0)
                && print.AtMs >= (since ?? 0) && print.AtMs <= (until ?? long.MaxValue));
            var limit = request.Limit(500, 1_000);
            return [.. from is null && since is null ? found.TakeLast(limit) : found.Take(limit)];
        }
    }

    /// <summary>The first and the last since a time, and how many; -1 and none where there is none.</summary>
    public (long First, long Last, int Count) Since(string symbol, long atMs)
    {
        lock (gate)
        {
            var found = prints[symbol].Where(print => print.AtMs >= atMs).Select(print => print.Id).ToArray();
            return found.Length == 0 ? (-1, -1, 0) : (found[0], found[^1], found.Length);
        }
    }

    private Print Add(Print print)
    {
        lock (gate)
        {
            var row = prints[print.Symbol];
            row.Enqueue(print);
            if (row.Count > Most) row.Dequeue();
        }
        return print;
    }

    // Small beside the candles' volumes: whoever measures the flow in shares of a day's volume sees many trades of both sides in each.
    private static decimal Size(SimInstrument market, long id) => market.LotSize * (1 + (id * 7 % Parts));
}
