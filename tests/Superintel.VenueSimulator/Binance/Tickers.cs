using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>What a market did in the last day, or in another window.</summary>
internal sealed class Tickers(SimExchange exchange, VenueClock clock, Candles candles, Tape tape)
{
    private const long Minute = 60_000;
    private const long DayMs = 1_440 * Minute;

    public JsonObject Best(string symbol) => exchange.Read(e => new JsonObject
    {
        ["symbol"] = symbol,
        ["bidPrice"] = Views.Text(e.Book(symbol).Bids[0].Price),
        ["bidQty"] = Views.Text(e.Book(symbol).Bids[0].Quantity),
        ["askPrice"] = Views.Text(e.Book(symbol).Asks[0].Price),
        ["askQty"] = Views.Text(e.Book(symbol).Asks[0].Quantity),
    });

    public JsonObject Day(string symbol) => Since(symbol, clock.NowMs - DayMs);

    /// <summary>Since midnight, UTC.</summary>
    public JsonObject Today(string symbol) => Since(symbol, clock.NowMs / DayMs * DayMs);

    /// <param name="window">59m, 23h, 7d; empty: a day.</param>
    public JsonObject Window(string symbol, string window) => Since(symbol, clock.NowMs - (Span(window) ?? DayMs));

    /// <returns>Null: there is no such window.</returns>
    public static long? Span(string window)
    {
        if (window.Length < 2 || !int.TryParse(window[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        return window[^1] switch
        {
            'm' when count is >= 1 and <= 59 => count * Minute,
            'h' when count is >= 1 and <= 23 => count * 60 * Minute,
            'd' when count is >= 1 and <= 7 => count * DayMs,
            _ => null,
        };
    }

    private JsonObject Since(string symbol, long from)
    {
        var (open, high, low, volume, value) = candles.Range(symbol, from);
        var last = exchange.Read(e => e.Book(symbol).Last);
        var (first, newest, count) = tape.Since(symbol, from);
        var view = Best(symbol);
        foreach (var (name, price) in new[]
        {
            ("priceChange", last - open), ("weightedAvgPrice", volume > 0m ? decimal.Round(value / volume, 8) : last),
            ("prevClosePrice", open),
            ("lastPrice", last), ("lastQty", exchange.Find(symbol)!.LotSize), ("openPrice", open), ("highPrice", high), ("lowPrice", low),
            ("volume", volume), ("quoteVolume", decimal.Round(value, 8)),
        }) view[name] = Views.Text(price);
        view["priceChangePercent"] = ((last - open) / open * 100m).ToString("0.000", CultureInfo.InvariantCulture);
        (view["openTime"], view["closeTime"]) = (from, clock.NowMs);
        (view["firstId"], view["lastId"], view["count"]) = (first, newest, count);
        return view;
    }
}
