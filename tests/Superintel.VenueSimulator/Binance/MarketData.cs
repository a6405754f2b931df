using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>Public reads: the exchange's rules, books, candles, trades and prices.</summary>
internal sealed class MarketData(SimExchange exchange, VenueClock clock, DepthLog depth, Candles candles)
{
    /// <returns>Null: no such path.</returns>
    public Reply? Answer(string path, Request request) => path switch
    {
        "ping" => Reply.Ok(new JsonObject()),
        "time" => Reply.Ok(new JsonObject { ["serverTime"] = clock.NowMs }),
        "exchangeInfo" => Reply.Ok(ExchangeInfo(request)),
        "depth" => OfSymbol(request, symbol => depth.Snapshot(symbol, request.Limit(100, 5_000))),
        "klines" or "uiKlines" => Candles.IsKnown(request["interval"])
            ? OfSymbol(request, symbol => candles.Rows(symbol, request))
            : Reply.Error(-1120, "Invalid interval."),
        "avgPrice" => OfSymbol(request, symbol => new JsonObject
        {
            ["mins"] = 5, ["price"] = Views.Text(Last(symbol)), ["closeTime"] = clock.NowMs,
        }),
        "ticker/price" => OfSymbols(
            request, symbol => new JsonObject { ["symbol"] = symbol, ["price"] = Views.Text(Last(symbol)) }),
        "ticker/24hr" or "ticker" or "ticker/tradingDay" => OfSymbols(request, Ticker),
        "ticker/bookTicker" => OfSymbols(request, Best),
        "trades" or "historicalTrades" or "aggTrades" => OfSymbol(
            request, symbol => Trades(symbol, request.Limit(500, 1_000), path == "aggTrades")),
        _ => null,
    };

    private decimal Last(string symbol) => exchange.Read(e => e.Book(symbol).Last);

    private Reply OfSymbol(Request request, Func<string, JsonNode> view) => exchange.Find(request["symbol"]) is { } known
        ? Reply.Ok(view(known.Symbol))
        : Reply.Error(-1121, "Invalid symbol.");

    // One by its name; several by a list of names, all without.
    private Reply OfSymbols(Request request, Func<string, JsonNode> view)
    {
        if (request["symbol"].Length > 0) return OfSymbol(request, view);
        var asked = request["symbols"].Split(['[', ']', ',', '"', ' '], StringSplitOptions.RemoveEmptyEntries);
        var known = asked.Length == 0 ? [.. exchange.Instruments.Select(i => i.Symbol)] : asked;
        return known.All(symbol => exchange.Find(symbol) is not null)
            ? Reply.Ok(new JsonArray([.. known.Select(view)]))
            : Reply.Error(-1121, "Invalid symbol.");
    }

    private JsonObject ExchangeInfo(Request request)
    {
        var asked = request["symbols"] + request["symbol"];
        return new JsonObject
        {
            ["timezone"] = "UTC",
            ["serverTime"] = clock.NowMs,
            ["rateLimits"] = RateLimits.Rules(),
            ["exchangeFilters"] = new JsonArray(),
            ["symbols"] = new JsonArray([.. exchange.Instruments
                .Where(i => asked.Length == 0 || asked.Contains(i.Symbol, StringComparison.Ordinal)).Select(Symbol)]),
        };
    }

    private static JsonNode Symbol(SimInstrument instrument) => new JsonObject
    {
        ["symbol"] = instrument.Symbol,
        ["status"] = "TRADING",
        ["baseAsset"] = instrument.Base,
        ["baseAssetPrecision"] = 8,
        ["quoteAsset"] = instrument.Quote,
        ["quotePrecision"] = 8,
        ["quoteAssetPrecision"] = 8,
        ["orderTypes"] = new JsonArray([.. OrderReader.Types.Select(type => (JsonNode)type)]),
        ["icebergAllowed"] = false,
        ["quoteOrderQtyMarketAllowed"] = true,
        ["cancelReplaceAllowed"] = true,
        ["ocoAllowed"] = false,
        ["isSpotTradingAllowed"] = true,
        ["isMarginTradingAllowed"] = false,
        ["filters"] = new JsonArray(
            Filter("PRICE_FILTER", ("minPrice", instrument.TickSize), ("maxPrice", 1_000_000m), ("tickSize", instrument.TickSize)),
            Filter("LOT_SIZE", ("minQty", instrument.LotSize), ("maxQty", 9_000m), ("stepSize", instrument.LotSize)),
            Notional(instrument)),
        ["permissions"] = new JsonArray("SPOT"),
        ["permissionSets"] = new JsonArray(new JsonArray("SPOT")),
        ["defaultSelfTradePreventionMode"] = "NONE",
    };

    private static JsonObject Notional(SimInstrument instrument)
    {
        var filter = Filter("NOTIONAL", ("minNotional", instrument.Quote == "USDT" ? Markets.MinNotional : 0.0001m));
        filter["applyMinToMarket"] = true;
        filter["applyMaxToMarket"] = false;
        filter["avgPriceMins"] = 5;
        return filter;
    }

    private static JsonObject Filter(string type, params (string Name, decimal Value)[] bounds)
    {
        var filter = new JsonObject { ["filterType"] = type };
        foreach (var (name, value) in bounds) filter[name] = Views.Text(value);
        return filter;
    }

    private JsonObject Best(string symbol) => exchange.Read(e => new JsonObject
    {
        ["symbol"] = symbol,
        ["bidPrice"] = Views.Text(e.Book(symbol).Bids[0].Price),
        ["bidQty"] = Views.Text(e.Book(symbol).Bids[0].Quantity),
        ["askPrice"] = Views.Text(e.Book(symbol).Asks[0].Price),
        ["askQty"] = Views.Text(e.Book(symbol).Asks[0].Quantity),
    });

    public JsonObject Ticker(string symbol)
    {
        var view = Best(symbol);
        var last = Views.Text(Last(symbol));
        foreach (var name in new[] { "lastPrice", "openPrice", "highPrice", "lowPrice", "weightedAvgPrice",
            "prevClosePrice" }) view[name] = last;
        foreach (var name in new[] { "priceChange", "priceChangePercent", "volume", "quoteVolume" }) view[name] = Views.Text(0m);
        foreach (var name in new[] { "firstId", "lastId", "count" }) view[name] = 0;
        (view["lastQty"], view["openTime"]) = (Views.Text(0m), clock.NowMs - 86_400_000);
        view["closeTime"] = clock.NowMs;
        return view;
    }

    private JsonArray Trades(string symbol, int limit, bool aggregated) => exchange.Read(e => new JsonArray(
        [.. e.Fills.Where(f => f.Symbol == symbol).TakeLast(limit).Select(f => (JsonNode)(aggregated
            ? new JsonObject
            {
                ["a"] = f.Id, ["p"] = Views.Text(f.Price), ["q"] = Views.Text(f.Quantity), ["f"] = f.Id, ["l"] = f.Id,
                ["T"] = f.At.ToUnixTimeMilliseconds(), ["m"] = Views.BuyerIsMaker(f), ["M"] = true,
            }
            : new JsonObject
            {
                ["id"] = f.Id, ["price"] = Views.Text(f.Price), ["qty"] = Views.Text(f.Quantity),
                ["quoteQty"] = Views.Text(f.Price * f.Quantity), ["time"] = f.At.ToUnixTimeMilliseconds(),
                ["isBuyerMaker"] = Views.BuyerIsMaker(f), ["isBestMatch"] = true,
            }))]));
}
