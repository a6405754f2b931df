namespace Superintel.VenueSimulator.Binance;

/// <summary>What each call weighs, by Binance's own tables (BROKERS.md section 3.2, rest-api.md, the futures' market data).</summary>
internal static class Weights
{
    private const string Root = "/api/v3/";
    private const int ListIsLong = 20;
    private const int ListIsHuge = 100;

    public static int Of(string method, string path, Request request)
    {
        if (path.StartsWith("/sapi/", StringComparison.Ordinal)) return 0; // counted by path, elsewhere, 12,000 a minute
        if (path.StartsWith("/fapi/", StringComparison.Ordinal)) return Future(path[(path.LastIndexOf('/') + 1)..], request);
        if (path == Root + "order/test") return request["computeCommissionRates"] == "true" ? 20 : 1;
        return path.StartsWith(Root, StringComparison.Ordinal) && method == "GET" ? Spot(path[Root.Length..], request) : 1;
    }

    // Whatever is done rather than asked weighs one.
    private static int Spot(string name, Request request) => name switch
    {
        "depth" => request.Limit(100, 5_000) switch { <= 100 => 5, <= 500 => 25, <= 1_000 => 50, _ => 250 },
        "trades" or "historicalTrades" => 25,
        "exchangeInfo" or "allOrders" or "allOrderList" or "account" or "account/commission" or "myAllocations" => 20,
        "myTrades" => request["orderId"].Length > 0 ? 5 : 20,
        "openOrders" => request["symbol"].Length > 0 ? 6 : 80,
        "rateLimit/order" => 40,
        "order" or "orderList" or "aggTrades" => 4,
        "openOrderList" => 6,
        "myPreventedMatches" => request.Has("orderId") ? 20 : 2,
        "klines" or "uiKlines" or "avgPrice" => 2,
        "ticker/24hr" => Several(request, of: 2, many: 40, all: 80),
        "ticker/price" or "ticker/bookTicker" => request["symbol"].Length > 0 ? 2 : 4,
        "ticker" or "ticker/tradingDay" => 4 * Math.Clamp(Symbols(request), 1, 50),
        _ => 1,
    };

    private static int Future(string name, Request request) => name switch
    {
        "depth" => request.Limit(500, 1_000) switch { <= 50 => 2, <= 100 => 5, <= 500 => 10, _ => 20 },
        "klines" => request.Limit(500, 1_500) switch { < 100 => 1, < 500 => 2, <= 1_000 => 5, _ => 10 },
        _ => 1,
    };

    private static int Several(Request request, int of, int many, int all) => Symbols(request) switch
    {
        0 or > ListIsHuge => all,
        > ListIsLong => many,
        _ => of,
    };

    private static int Symbols(Request request) =>
        request["symbol"].Length > 0 ? 1 : request["symbols"].Split(',', StringSplitOptions.RemoveEmptyEntries).Length;
}
