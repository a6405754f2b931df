using System.Text.Json.Nodes;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>
/// Public reads of the futures that are margined in USD: the spot markets once more as perpetual contracts. Their mark price is the last
/// one, and funding is a ten-thousandth every eight hours.
/// </summary>
internal sealed class FuturesData(SimExchange exchange, VenueClock clock, MarketData market)
{
    private const long FundingMs = 8 * 3_600_000;
    private const string Funding = "0.00010000";
    private readonly Rules rules = new(exchange, clock);

    /// <param name="path">From the root on: /fapi/v1/depth.</param>
    /// <returns>Null: no such path.</returns>
    public Reply? Answer(string path, Request request) => path switch
    {
        "/fapi/v1/exchangeInfo" => rules.Futures(request),
        // Nothing is margined in coins here.
        "/dapi/v1/exchangeInfo" => Reply.Ok(new JsonObject
        {
            ["timezone"] = "UTC", ["serverTime"] = clock.NowMs, ["rateLimits"] = RateLimits.Rules(), ["exchangeFilters"] = new JsonArray(),
            ["symbols"] = new JsonArray(),
        }),
        "/fapi/v1/depth" => Dated(market.Answer("depth", request)!),
        "/fapi/v1/premiumIndex" => market.OfSymbols(request, Mark),
        "/fapi/v1/fundingRate" => market.OfSymbols(request, symbol => symbol) is { IsError: true } refusal
            ? refusal
            : Reply.Ok(Paid(request)),
        "/fapi/v1/fundingInfo" => Reply.Ok(new JsonArray([.. exchange.Instruments.Select(one => (JsonNode)new JsonObject
        {
            ["symbol"] = one.Symbol, ["adjustedFundingRateCap"] = "0.02000000", ["adjustedFundingRateFloor"] = "-0.02000000",
            ["fundingIntervalHours"] = 8, ["disclaimer"] = false,
        })])),
        "/fapi/v1/openInterest" => market.OfSymbol(request, symbol => new JsonObject
        {
            ["symbol"] = symbol, ["openInterest"] = Open(symbol), ["time"] = clock.NowMs,
        }),
        "/futures/data/openInterestHist" => market.OfSymbol(request, symbol => Opened(symbol, request)),
        "/fapi/v1/markPriceKlines" => market.Bars(request, "symbol"),
        "/fapi/v1/indexPriceKlines" or "/fapi/v1/continuousKlines" => market.Bars(request, "pair"),
        "/fapi/v2/ticker/price" => market.Answer("ticker/price", request),
        _ when path.StartsWith("/fapi/v1/", StringComparison.Ordinal) => market.Answer(path["/fapi/v1/".Length..], request),
        _ => null,
    };

    /// <summary>As the stream of mark prices tells it.</summary>
    public JsonObject MarkUpdate(string symbol)
    {
        var mark = Mark(symbol);
        return new JsonObject
        {
            ["e"] = "markPriceUpdate", ["E"] = clock.NowMs, ["s"] = symbol, ["p"] = mark["markPrice"]!.DeepClone(),
            ["i"] = mark["indexPrice"]!.DeepClone(), ["P"] = mark["estimatedSettlePrice"]!.DeepClone(), ["r"] = Funding,
            ["T"] = mark["nextFundingTime"]!.DeepClone(),
        };
    }

    private JsonObject Mark(string symbol)
    {
        var last = Views.Text(market.Last(symbol));
        return new JsonObject
        {
            ["symbol"] = symbol, ["markPrice"] = last, ["indexPrice"] = last, ["estimatedSettlePrice"] = last,
            ["lastFundingRate"] = Funding,
            ["interestRate"] = Funding, ["nextFundingTime"] = ((clock.NowMs / FundingMs) + 1) * FundingMs, ["time"] = clock.NowMs,
        };
    }

    private Reply Dated(Reply book)
    {
        if (!book.IsError) (book.Body["E"], book.Body["T"]) = (clock.NowMs, clock.NowMs);
        return book;
    }

    // Every eight hours, oldest first: from a time on, or the newest.
    private JsonArray Paid(Request request)
    {
        var (limit, until) = (request.Limit(100, 1_000), Math.Min(request.Long("endTime") ?? clock.NowMs, clock.NowMs) / FundingMs);
        var first = request.Long("startTime") is { } from ? (from + FundingMs - 1) / FundingMs : until - limit + 1;
        var symbols = exchange.Instruments.Select(one => one.Symbol)
            .Where(one => !request.Has("symbol") || one == request["symbol"]).ToArray();
        var rows = new JsonArray();
        for (var number = first; number <= until && rows.Count < limit; number++)
        {
            foreach (var symbol in symbols.Take(limit - rows.Count))
            {
                rows.Add((JsonNode)new JsonObject
                {
                    ["symbol"] = symbol, ["fundingTime"] = number * FundingMs, ["fundingRate"] = Funding,
                    ["markPrice"] = Views.Text(market.Last(symbol)),
                });
            }
        }
        return rows;
    }

    private JsonArray Opened(string symbol, Request request)
    {
        var length = Candles.Length(request["period"]);
        var last = Math.Min(request.Long("endTime") ?? clock.NowMs, clock.NowMs) / length;
        var value = Views.Text(market.Last(symbol) * exchange.Find(symbol)!.TypicalSize * 1_000m);
        return new JsonArray([.. Enumerable.Range(0, request.Limit(30, 500)).Reverse().Select(back => (JsonNode)new JsonObject
        {
            ["symbol"] = symbol, ["sumOpenInterest"] = Open(symbol), ["sumOpenInterestValue"] = value,
            ["timestamp"] = (last - back) * length,
        })]);
    }

    private string Open(string symbol) => Views.Text(exchange.Find(symbol)!.TypicalSize * 1_000m);
}
