using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Candles: the past is a function of seed, symbol and time; the present follows the market.</summary>
internal sealed class Candles(SimExchange exchange, VenueClock clock, int seed)
{
    private const int Ordinary = 500;
    private const int Most = 1_000;

    /// <summary>The exchange's own list.</summary>
    public static IReadOnlyList<string> Intervals { get; } =
        ["1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M"];

    public static bool IsKnown(string interval) => Intervals.Contains(interval, StringComparer.Ordinal);

    /// <summary>Where the candle begins that a moment is in: weeks on Mondays, months on their first.</summary>
    public static long Opening(string interval, long at)
    {
        const long day = 86_400_000, firstMonday = 4 * day; // 1970 began on a Thursday
        if (interval == "1M")
        {
            var time = DateTimeOffset.FromUnixTimeMilliseconds(at);
            return new DateTimeOffset(time.Year, time.Month, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        }
        var (length, from) = (Length(interval), interval == "1w" ? firstMonday : 0);
        return ((at - from) / length * length) + from;
    }

    /// <summary>Where the next candle begins, or the one so many before.</summary>
    public static long Move(string interval, long open, int candles) => interval == "1M"
        ? DateTimeOffset.FromUnixTimeMilliseconds(open).AddMonths(candles).ToUnixTimeMilliseconds()
        : open + (candles * Length(interval));

    /// <summary>Milliseconds of 1m, 5m, 1h, 1d and so on; a minute for what is not known.</summary>
    public static long Length(string interval)
    {
        const long minute = 60_000;
        if (interval.Length < 2 || !int.TryParse(interval[..^1], out var count) || count is < 1 or > 60) return minute;
        return count * interval[^1] switch
        {
            's' => 1_000, 'm' => minute, 'h' => 60 * minute, 'd' => 1_440 * minute, 'w' => 10_080 * minute,
            'M' => 43_200 * minute, _ => minute,
        };
    }

    public JsonArray Rows(string symbol, Request request)
    {
        var interval = request["interval"];
        var limit = request.Limit(Ordinary, Most);
        var now = clock.NowMs;
        var end = Math.Min(request.Long("endTime") ?? now, now);
        var first = request.Long("startTime") is { } from ? Opening(interval, from) : Move(interval, Opening(interval, end), 1 - limit);
        if (first < request.Long("startTime")) first = Move(interval, first, 1);
        var rows = new JsonArray();
        for (var open = first; open <= end && rows.Count < limit; open = Move(interval, open, 1))
            rows.Add(Row(symbol, open, Move(interval, open, 1) - open));
        return rows;
    }

    /// <summary>The running candle as a stream tells it.</summary>
    public JsonObject Update(string symbol, string interval)
    {
        var open = Opening(interval, clock.NowMs);
        var length = Move(interval, open, 1) - open;
        var row = Row(symbol, open, length);
        return new JsonObject
        {
            ["e"] = "kline",
            ["E"] = clock.NowMs,
            ["s"] = symbol,
            ["k"] = new JsonObject
            {
                ["t"] = open, ["T"] = open + length - 1, ["s"] = symbol, ["i"] = interval, ["f"] = -1, ["L"] = -1,
                ["o"] = row[1]!.DeepClone(), ["c"] = row[4]!.DeepClone(), ["h"] = row[2]!.DeepClone(), ["l"] = row[3]!.DeepClone(),
                ["v"] = row[5]!.DeepClone(), ["n"] = 10, ["x"] = false, ["q"] = row[7]!.DeepClone(),
                ["V"] = row[9]!.DeepClone(), ["Q"] = row[10]!.DeepClone(), ["B"] = "0",
            },
        };
    }

    /// <summary>The candle that ended last, final.</summary>
    public JsonObject Closed(string symbol, string interval, long open)
    {
        var update = Update(symbol, interval);
        var end = Move(interval, open, 1);
        var row = Row(symbol, open, end - open);
        var candle = update["k"]!;
        (candle["t"], candle["T"], candle["x"]) = (open, end - 1, true);
        foreach (var (field, at) in new[] { ("o", 1), ("h", 2), ("l", 3), ("c", 4), ("v", 5),
            ("q", 7), ("V", 9), ("Q", 10) }) candle[field] = row[at]!.DeepClone();
        return update;
    }

    /// <summary>What a market did from a time in the past until now, looked at every quarter of an hour.</summary>
    public (decimal Open, decimal High, decimal Low, decimal Volume, decimal Value) Range(string symbol, long from)
    {
        const long step = 900_000;
        var (last, open) = (exchange.Read(e => e.Book(symbol).Last), Price(symbol, from));
        var (high, low, volume, value) = (Math.Max(open, last), Math.Min(open, last), 0m, 0m);
        for (var at = from; at < clock.NowMs; at += step)
        {
            var (price, traded) = (Price(symbol, at), Volume(symbol, at / step * step));
            (high, low) = (Math.Max(high, price), Math.Min(low, price));
            (volume, value) = (volume + traded, value + (traded * price));
        }
        return (open, high, low, volume, value);
    }

    private decimal Volume(string symbol, long open) => 1m + (Math.Abs(Mixed(symbol, open)) % 1_000 / 100m);

    private JsonArray Row(string symbol, long open, long length)
    {
        var running = open + length > clock.NowMs;
        var start = Price(symbol, open);
        var end = running ? exchange.Read(e => e.Book(symbol).Last) : Price(symbol, open + length);
        var volume = Volume(symbol, open);
        return new JsonArray(
            open, Views.Text(start), Views.Text(Math.Max(start, end)), Views.Text(Math.Min(start, end)), Views.Text(end),
                Views.Text(volume),
            open + length - 1, Views.Text(volume * end), 10, Views.Text(volume / 2m), Views.Text(volume * end / 2m), "0");
    }

    /// <summary>
    /// Within one percent of where the market opened. Coins rise and fall together, and each strays from the others for a while and comes
    /// back: there are pairs to be found.
    /// </summary>
    public decimal Price(string symbol, long at)
    {
        const long minute = 60_000;
        var instrument = exchange.Find(symbol)!;
        var together = (0.35m * Wave("market", at, 240 * minute)) + (0.5m * Wave("market", at, 30 * minute));
        var moved = instrument.OpeningPrice * (1m + ((together + (0.15m * Wave(symbol, at, 5 * minute))) / 100m));
        return decimal.Round(moved / instrument.TickSize) * instrument.TickSize;
    }

    // Straight lines between seeded points, -1 to 1.
    private decimal Wave(string name, long at, long period)
    {
        var before = at / period;
        var share = (decimal)(at % period) / period;
        return ((1m - share) * Point(name, before)) + (share * Point(name, before + 1));

        decimal Point(string of, long number) => Mixed(of, number * period) % 1_000 / 1_000m;
    }

    private long Mixed(string symbol, long at)
    {
        var mixed = (ulong)at ^ ((ulong)seed * 0x9E3779B97F4A7C15UL);
        foreach (var c in symbol) mixed = (mixed ^ c) * 0x100000001B3UL;
        return (long)(mixed >> 40) - (1L << 23);
    }
}
