using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>What the exchange says of its markets and of the rules that orders have to keep.</summary>
internal sealed class Rules(SimExchange exchange, VenueClock clock)
{
    public Reply Spot(Request request) => Of(request, Symbol);

    /// <summary>The same markets as perpetual contracts.</summary>
    public Reply Futures(Request request) => Of(request, Contract);

    private Reply Of(Request request, Func<SimInstrument, JsonObject> view)
    {
        var asked = (request["symbols"] + request["symbol"]).Split(['[', ']', ',', '"', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (asked.Any(symbol => exchange.Find(symbol) is null)) return Reply.Error(-1121, "Invalid symbol.");
        return Reply.Ok(new JsonObject
        {
            ["timezone"] = "UTC",
            ["serverTime"] = clock.NowMs,
            ["rateLimits"] = RateLimits.Rules(),
            ["exchangeFilters"] = new JsonArray(),
            ["symbols"] = new JsonArray([.. exchange.Instruments
                .Where(i => asked.Length == 0 || asked.Contains(i.Symbol, StringComparer.Ordinal)).Select(i => (JsonNode)view(i))]),
        });
    }

    private static JsonObject Symbol(SimInstrument instrument) => new()
    {
        ["symbol"] = instrument.Symbol,
        ["status"] = "TRADING",
        ["baseAsset"] = instrument.Base,
        ["baseAssetPrecision"] = 8,
        ["quoteAsset"] = instrument.Quote,
        ["quotePrecision"] = 8,
        ["quoteAssetPrecision"] = 8,
        ["baseCommissionPrecision"] = 8,
        ["quoteCommissionPrecision"] = 8,
        ["orderTypes"] = new JsonArray([.. OrderWords.Types.Select(type => (JsonNode)type)]),
        ["icebergAllowed"] = true,
        ["ocoAllowed"] = true,
        ["otoAllowed"] = true,
        ["quoteOrderQtyMarketAllowed"] = true,
        ["allowTrailingStop"] = true,
        ["cancelReplaceAllowed"] = true,
        ["amendAllowed"] = true,
        ["isSpotTradingAllowed"] = true,
        ["isMarginTradingAllowed"] = false,
        ["filters"] = Filters(instrument),
        ["permissions"] = new JsonArray("SPOT"),
        ["permissionSets"] = new JsonArray(new JsonArray("SPOT")),
        ["defaultSelfTradePreventionMode"] = "NONE",
        ["allowedSelfTradePreventionModes"] = new JsonArray("NONE"),
    };

    private static JsonObject Contract(SimInstrument instrument)
    {
        var contract = Symbol(instrument);
        foreach (var (name, value) in new[]
        {
            ("pair", instrument.Symbol), ("contractType", "PERPETUAL"), ("marginAsset", instrument.Quote), ("underlyingType", "COIN"),
            ("maintMarginPercent", "2.5000"), ("requiredMarginPercent", "5.0000"), ("liquidationFee", "0.012500"),
            ("triggerProtect", "0.0500"),
        }) contract[name] = value;
        (contract["deliveryDate"], contract["onboardDate"]) = (4_133_404_800_000, 1_569_398_400_000);
        (contract["pricePrecision"], contract["quantityPrecision"]) = (Decimals(instrument.TickSize), Decimals(instrument.LotSize));
        contract["underlyingSubType"] = new JsonArray("PoW");
        contract["timeInForce"] = new JsonArray("GTC", "IOC", "FOK", "GTX");
        contract["filters"]!.AsArray().Add((JsonNode)new JsonObject
        {
            ["filterType"] = "MIN_NOTIONAL", ["notional"] = Views.Text(OrderFilters.LeastValue(instrument)),
        });
        return contract;
    }

    private static JsonArray Filters(SimInstrument instrument)
    {
        var notional = Filter("NOTIONAL", ("minNotional", OrderFilters.LeastValue(instrument)), ("maxNotional", 90_000_000m));
        (notional["applyMinToMarket"], notional["applyMaxToMarket"], notional["avgPriceMins"]) = (true, false, 5);
        var side = new JsonObject { ["filterType"] = "PERCENT_PRICE_BY_SIDE", ["avgPriceMins"] = 5 };
        foreach (var bound in new[] { "bidMultiplierUp", "askMultiplierUp" }) side[bound] = Views.Text(OrderFilters.PriceUp);
        foreach (var bound in new[] { "bidMultiplierDown", "askMultiplierDown" }) side[bound] = Views.Text(OrderFilters.PriceDown);
        var (least, most) = (instrument.TickSize, OrderFilters.LargestQuantity);
        return new JsonArray(
            Filter("PRICE_FILTER", ("minPrice", least), ("maxPrice", OrderFilters.HighestPrice), ("tickSize", least)),
            Filter("LOT_SIZE", ("minQty", instrument.LotSize), ("maxQty", most), ("stepSize", instrument.LotSize)),
            Filter("MARKET_LOT_SIZE", ("minQty", 0m), ("maxQty", most), ("stepSize", 0m)),
            new JsonObject
            {
                ["filterType"] = "TRAILING_DELTA", ["minTrailingAboveDelta"] = OrderFilters.LeastTrail,
                ["maxTrailingAboveDelta"] = OrderFilters.MostTrail, ["minTrailingBelowDelta"] = OrderFilters.LeastTrail,
                ["maxTrailingBelowDelta"] = OrderFilters.MostTrail,
            },
            side, notional,
            new JsonObject { ["filterType"] = "MAX_NUM_ORDERS", ["maxNumOrders"] = OrderFilters.MostOrders },
            new JsonObject { ["filterType"] = "MAX_NUM_ORDER_LISTS", ["maxNumOrderLists"] = OrderFilters.MostLists },
            new JsonObject { ["filterType"] = "MAX_NUM_ALGO_ORDERS", ["maxNumAlgoOrders"] = OrderFilters.MostStops },
            Filter("MAX_POSITION", ("maxPosition", OrderFilters.LargestPosition)));
    }

    private static JsonObject Filter(string type, params (string Name, decimal Value)[] bounds)
    {
        var filter = new JsonObject { ["filterType"] = type };
        foreach (var (name, value) in bounds) filter[name] = Views.Text(value);
        return filter;
    }

    private static int Decimals(decimal step) => step.Scale;
}
