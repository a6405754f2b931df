using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>What is wrong with a request in itself.</summary>
internal static class OrderCheck
{
    public const int LongestName = 24;
    private const int MostSlippage = 10_000;
    private const decimal Most = 1_000_000_000m;

    /// <returns>Null for a sound one.</returns>
    public static string? Objection(Mt4OrderRequest request) => request switch
    {
        _ when Name(request.ClientOrderId) is { } objection => objection,
        not { Symbol.Length: > 0 and <= 32 } => "symbol is missing or too long",
        _ when request.Symbol.Any(char.IsControl) => "symbol is not a name",
        not { Side: "BUY" or "SELL" } => "side is BUY or SELL",
        not { Type: "MARKET" or "LIMIT" or "STOP" } => "type is MARKET, LIMIT or STOP",
        not { Lots: > 0m and < 1_000_000m } => "lots must be above zero",
        { Type: "MARKET", Price: not null } => "a market order has no price",
        { Type: "MARKET", Expiration: not null } => "a market order does not expire",
        { Type: not "MARKET", Price: not (> 0m and < Most) } => "a pending order needs a price",
        { StopLoss: not (null or (> 0m and < Most)) } or { TakeProfit: not (null or (> 0m and < Most)) } => "a stop is a price",
        { SlippagePoints: not (null or (>= 0 and <= MostSlippage)) } => "slippagePoints is 0 to 10000",
        { Reduces: true, StopLoss: not null } or { Reduces: true, TakeProfit: not null } => "an order that reduces has no stops",
        _ => null,
    };

    public static string? Objection(Mt4CloseRequest request) => request switch
    {
        _ when Name(request.ClientOrderId) is { } objection => objection,
        { Lots: not (null or (> 0m and < 1_000_000m)) } => "lots must be above zero",
        { SlippagePoints: not (null or (>= 0 and <= MostSlippage)) } => "slippagePoints is 0 to 10000",
        _ => null,
    };

    public static string? Objection(Mt4OrderChange change) => change switch
    {
        { Price: null, StopLoss: null, TakeProfit: null, Expiration: null } => "nothing is to be changed",
        { Price: not (null or (> 0m and < Most)) } => "price must be above zero",
        { StopLoss: not (null or (>= 0m and < Most)) } or { TakeProfit: not (null or (>= 0m and < Most)) } => "a stop is a price, or 0",
        _ => null,
    };

    /// <summary>MetaTrader's OP_ number.</summary>
    public static int TypeOf(Mt4OrderRequest request)
    {
        var type = request.Type switch { "LIMIT" => 2, "STOP" => 4, _ => 0 };
        return request.Side == "BUY" ? type : type + 1;
    }

    private static string? Name(string? name) => name switch
    {
        not { Length: > 0 and <= LongestName } => $"clientOrderId has 1 to {LongestName} characters",
        _ when !name.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_') => "clientOrderId has letters, digits, - and _",
        _ => null,
    };
}
