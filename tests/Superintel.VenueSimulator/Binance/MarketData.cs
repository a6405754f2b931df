using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Public reads: the exchange's rules, books, candles, trades and prices.</summary>
internal sealed class MarketData(SimExchange exchange, VenueClock clock, DepthLog depth, Candles candles, Tape tape, Tickers tickers)
{
    private readonly Rules rules = new(exchange, clock);
    private volatile bool knowsAverages = true;

    /// <summary>False: the average price cannot be had, as when the exchange's own service for it is away.</summary>
    public bool KnowsAverages
    {
        get => knowsAverages;
        set => knowsAverages = value;
    }

    /// <returns>Null: no such path.</returns>
    public Reply? Answer(string path, Request request) => path switch
    {
        "ping" => Reply.Ok(new JsonObject()),
        "time" => Reply.Ok(new JsonObject { ["serverTime"] = clock.NowMs }),
        "exchangeInfo" => rules.Spot(request),
        "depth" => OfSymbol(request, symbol => depth.Snapshot(symbol, request.Limit(100, 5_000))),
        "klines" or "uiKlines" => Bars(request, "symbol"),
        "avgPrice" when !knowsAverages => Reply.Error(-1001, "Internal error; unable to process your request. Please try again.", 500),
        "avgPrice" => OfSymbol(request, symbol => new JsonObject
        {
            ["mins"] = 5, ["price"] = Views.Text(Last(symbol)), ["closeTime"] = clock.NowMs,
        }),
        "ticker/price" => OfSymbols(
            request, symbol => new JsonObject { ["symbol"] = symbol, ["price"] = Views.Text(Last(symbol)) }),
        "ticker/24hr" => OfSymbols(request, tickers.Day),
        "ticker/tradingDay" => OfSymbols(request, tickers.Today),
        "ticker" => request.Has("windowSize") && Tickers.Span(request["windowSize"]) is null
            ? Reply.Error(-1100, "Illegal characters found in parameter 'windowSize'; legal range is '^(1[0-9]?|[2-9])(m|h|d)$'.")
            : OfSymbols(request, symbol => tickers.Window(symbol, request["windowSize"])),
        "ticker/bookTicker" => OfSymbols(request, tickers.Best),
        "trades" or "historicalTrades" => OfSymbol(
            request, symbol => new JsonArray([.. tape.Of(symbol, request).Select(one => one.Row())])),
        "aggTrades" => OfSymbol(request, symbol => new JsonArray([.. tape.Of(symbol, request).Select(one => one.Together())])),
        _ => null,
    };

    /// <summary>Candles of the market that a parameter names.</summary>
    public Reply Bars(Request request, string name)
    {
        if (!request.Has("interval")) return Reply.Lacks("interval");
        return Candles.IsKnown(request["interval"])
            ? OfSymbol(request, symbol => candles.Rows(symbol, request), name)
            : Reply.Error(-1120, "Invalid interval.");
    }

    public decimal Last(string symbol) => exchange.Read(e => e.Book(symbol).Last);

    public Reply OfSymbol(Request request, Func<string, JsonNode> view, string name = "symbol")
    {
        if (!request.Has(name)) return Reply.Lacks(name);
        return exchange.Find(request[name]) is { } known ? Reply.Ok(view(known.Symbol)) : Reply.Error(-1121, "Invalid symbol.");
    }

    /// <summary>One by its name; several by a list of names, all without.</summary>
    public Reply OfSymbols(Request request, Func<string, JsonNode> view)
    {
        if (request.Has("symbol")) return OfSymbol(request, view);
        var asked = request["symbols"].Split(['[', ']', ',', '"', ' '], StringSplitOptions.RemoveEmptyEntries);
        var known = asked.Length == 0 ? [.. exchange.Instruments.Select(i => i.Symbol)] : asked;
        return known.All(symbol => exchange.Find(symbol) is not null)
            ? Reply.Ok(new JsonArray([.. known.Select(view)]))
            : Reply.Error(-1121, "Invalid symbol.");
    }
}
