using Superintel.Mt4Bridge.Terminal;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Orders;

/// <summary>What is wrong with a request in itself.</summary>
internal static class OrderCheck
{
    public const int LongestName = 24;

    /// <returns>Null for a sound one.</returns>
    public static string? Objection(Mt4OrderRequest request) => request switch
    {
        not { ClientOrderId.Length: > 0 and <= LongestName } => $"clientOrderId has 1 to {LongestName} characters",
        _ when !request.ClientOrderId.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_') =>
            "clientOrderId has letters, digits, - and _",
        not { Symbol.Length: > 0 and <= 32 } => "symbol is missing or too long",
        _ when request.Symbol.Any(char.IsControl) => "symbol is not a name",
        not { Side: "BUY" or "SELL" } => "side is BUY or SELL",
        not { Type: "MARKET" or "LIMIT" or "STOP" } => "type is MARKET, LIMIT or STOP",
        not { Lots: > 0m and < 1_000_000m } => "lots must be above zero",
        { Type: "MARKET", Price: not null } => "a market order has no price",
        { Type: "MARKET", Expiration: not null } => "a market order does not expire",
        { Type: not "MARKET", Price: not (> 0m and < 1_000_000_000m) } => "a pending order needs a price",
        _ => null,
    };

    /// <summary>MetaTrader's OP_ number.</summary>
    public static int TypeOf(Mt4OrderRequest request)
    {
        var type = request.Type switch { "LIMIT" => 2, "STOP" => 4, _ => 0 };
        return request.Side == "BUY" ? type : type + 1;
    }
}
