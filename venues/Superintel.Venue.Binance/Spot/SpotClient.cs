using Superintel.Kernel;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Orders;
using Superintel.Venue.Binance.Parse;
using Superintel.Venue.Binance.Rules;
using Superintel.Venue.Binance.Signing;
using Superintel.Venue.Binance.Transport;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Spot;

/// <summary>
/// Binance spot: orders over the WebSocket API while its connection stands, all else over REST. Weights are Binance's own.
/// </summary>
/// <param name="orders">Null: orders go over REST, too.</param>
public sealed class SpotClient(RestTransport rest, OrderSession? orders = null)
{
    /// <summary>A list of orders or trades that is this long may be cut off.</summary>
    public const int MostListed = MostPages * PageRows;

    private const int PageRows = 1_000;
    private const int MostPages = 100;

    public RestTransport Transport => rest;

    /// <summary>Symbols and their rules; also teaches the rate gate its limits.</summary>
    public async Task<Answer<ExchangeInfo>> ExchangeInfo(IReadOnlyCollection<string> symbols, CancellationToken ct)
    {
        var parameters = new RequestParameters();
        if (symbols.Count > 0) parameters.Add("symbols", $"[{string.Join(',', symbols.Select(s => $"\"{s}\""))}]");
        var info = Read(await Get("/api/v3/exchangeInfo", parameters, Security.None, 20, ct), body => ExchangeInfoParser.Parse(body));
        if (info.IsGiven) rest.Gate.Learn(info.Value.RateLimits);
        return info;
    }

    public async Task<Answer<AveragePrice>> AveragePrice(string symbol, CancellationToken ct) => Read(
        await Get("/api/v3/avgPrice", Of(symbol), Security.None, 2, ct), body => MarketParser.Average(body));

    /// <summary>Sends an order, as it stands: check its filters before. Never sent twice.</summary>
    public async Task<Answer<SpotOrder>> Place(NewOrder order, CancellationToken ct)
    {
        if (orders is not null && await orders.Place(order, ct) is { } told) return told;
        var parameters = Of(order.Symbol)
            .Add("side", order.Side == Side.Buy ? "BUY" : "SELL")
            .Add("type", order.Type.Word())
            .Add("newClientOrderId", order.Name)
            .Add("newOrderRespType", "FULL")
            .Add("quantity", order.Quantity);
        if (order.Type is SpotOrderType.Limit or SpotOrderType.StopLossLimit) parameters.Add("timeInForce", order.TimeInForce.Word());
        if (order.Price is { } price) parameters.Add("price", price);
        if (order.StopPrice is { } stop) parameters.Add("stopPrice", stop);
        return Read(
            await rest.Send(
                new RestCall(HttpMethod.Post, "/api/v3/order", parameters, Security.Signed, 1, Order: true, Places: true), ct),
            Order);
    }

    public async Task<Answer<SpotOrder>> Cancel(string symbol, string name, CancellationToken ct)
    {
        if (orders is not null && await orders.Cancel(symbol, name, ct) is { } told) return told;
        var parameters = Of(symbol).Add("origClientOrderId", name);
        return Read(
            await rest.Send(new RestCall(HttpMethod.Delete, "/api/v3/order", parameters, Security.Signed, 1, Order: true), ct), Order);
    }

    /// <summary>Ends all working orders of a symbol: the kill switch. Look afterwards.</summary>
    public async Task<Answer<IReadOnlyList<SpotOrder>>> CancelAll(string symbol, CancellationToken ct) => Read(
        await rest.Send(new RestCall(HttpMethod.Delete, "/api/v3/openOrders", Of(symbol), Security.Signed, 1, Order: true), ct),
        Orders);

    public async Task<Answer<SpotOrder>> Find(string symbol, string name, CancellationToken ct) => Read(
        await Get("/api/v3/order", Of(symbol).Add("origClientOrderId", name), Security.Signed, 4, ct), Order);

    /// <param name="symbol">Null: all, at thirteen times the weight.</param>
    public async Task<Answer<IReadOnlyList<SpotOrder>>> OpenOrders(string? symbol, CancellationToken ct) => Read(
        await Get("/api/v3/openOrders", symbol is null ? new RequestParameters() : Of(symbol), Security.Signed, symbol is null ? 80 : 6,
            ct),
        Orders);

    /// <summary>Every order of a symbol since a time, whatever became of it, page by page, at most <see cref="MostListed"/>.</summary>
    /// <param name="since">By this machine's clock; it is asked by the exchange's.</param>
    public async Task<Answer<IReadOnlyList<SpotOrder>>> AllOrders(string symbol, DateTimeOffset since, CancellationToken ct)
    {
        var start = await Theirs(since, ct);
        return await Pages(
            async from => Read(
                await Get("/api/v3/allOrders", Page(symbol, "startTime", start, "orderId", from), Security.Signed, 20, ct), Orders),
            order => order.OrderId);
    }

    /// <summary>The order of a number, where the exchange still lists it.</summary>
    /// <returns>An empty list: it does not.</returns>
    public async Task<Answer<IReadOnlyList<SpotOrder>>> ByNumber(string symbol, long orderId, CancellationToken ct)
    {
        var listed = Read(
            await Get("/api/v3/allOrders", Of(symbol).Add("orderId", orderId).Add("limit", 1), Security.Signed, 20, ct), Orders);
        return listed.IsGiven ? Answer<IReadOnlyList<SpotOrder>>.Of([.. listed.Value.Where(order => order.OrderId == orderId)]) : listed;
    }

    /// <summary>All trades of one order, page by page; an order of more than 100,000 trades is told in part.</summary>
    public async Task<Answer<IReadOnlyList<AccountTrade>>> TradesOf(string symbol, long orderId, CancellationToken ct)
    {
        // Without a first id the newest are told.
        var answer = await TradesOf(symbol, orderId, null, ct);
        return !answer.IsGiven || answer.Value.Count < PageRows
            ? answer
            : await Pages(from => TradesOf(symbol, orderId, from ?? 0L, ct), trade => trade.TradeId);
    }

    /// <summary>The account's trades in a symbol since a time, page by page, at most <see cref="MostListed"/>.</summary>
    /// <param name="since">By this machine's clock; it is asked by the exchange's.</param>
    public async Task<Answer<IReadOnlyList<AccountTrade>>> TradesSince(string symbol, DateTimeOffset since, CancellationToken ct)
    {
        var start = await Theirs(since, ct);
        return await Pages(
            async from => Read(
                await Get("/api/v3/myTrades", Page(symbol, "startTime", start, "fromId", from), Security.Signed, 20, ct), Trades),
            trade => trade.TradeId);
    }

    public async Task<Answer<Account>> Account(CancellationToken ct) => Read(
        await Get("/api/v3/account", new RequestParameters().Add("omitZeroBalances", "true"), Security.Signed, 20, ct),
        body => AccountParser.Account(body));

    private async Task<Answer<IReadOnlyList<AccountTrade>>> TradesOf(string symbol, long orderId, long? from, CancellationToken ct)
    {
        var parameters = Of(symbol).Add("orderId", orderId).Add("limit", PageRows);
        if (from is { } first) parameters.Add("fromId", first);
        return Read(await Get("/api/v3/myTrades", parameters, Security.Signed, 5, ct), Trades);
    }

    // From a time on the first are told, and a time and a number together are refused.
    private static RequestParameters Page(string symbol, string byTime, long time, string byNumber, long? number) =>
        (number is { } from ? Of(symbol).Add(byNumber, from) : Of(symbol).Add(byTime, time)).Add("limit", PageRows);

    /// <param name="page">From a number on; null: the first page.</param>
    private static async Task<Answer<IReadOnlyList<T>>> Pages<T>(
        Func<long?, Task<Answer<IReadOnlyList<T>>>> page, Func<T, long> numberOf)
    {
        var (all, from) = (new List<T>(), default(long?));
        for (var number = 0; number < MostPages; number++)
        {
            var answer = await page(from);
            if (!answer.IsGiven) return answer;
            all.AddRange(answer.Value);
            if (answer.Value.Count < PageRows) break;
            from = answer.Value.Max(numberOf) + 1;
        }
        return Answer<IReadOnlyList<T>>.Of(all);
    }

    // A machine that is ahead would ask for less than was meant, and an absence would prove nothing.
    private async Task<long> Theirs(DateTimeOffset ours, CancellationToken ct)
    {
        if (rest.Time.IsUnknown) await rest.SetTime(ct);
        return (ours + rest.Time.Offset).ToUnixTimeMilliseconds();
    }

    private static RequestParameters Of(string symbol) => new RequestParameters().Add("symbol", symbol);

    private static Parsed<SpotOrder> Order(byte[] body) => OrderParser.Order(body);

    private static Parsed<IReadOnlyList<SpotOrder>> Orders(byte[] body) => OrderParser.Orders(body);

    private static Parsed<IReadOnlyList<AccountTrade>> Trades(byte[] body) => AccountParser.Trades(body);

    private Task<Answer<byte[]>> Get(string path, RequestParameters parameters, Security security, int weight, CancellationToken ct) =>
        rest.Send(new RestCall(HttpMethod.Get, path, parameters, security, weight), ct);

    private static Answer<T> Read<T>(Answer<byte[]> answer, Func<byte[], Parsed<T>> parse)
        where T : class => BodyReading.Read(answer, parse);
}
