using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.Kernel;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>A body of the contract as an order, a close or a change.</summary>
internal static class Mt4Asked
{
    /// <returns>Null when it is not an order of the contract.</returns>
    public static (SimTicket Order, TicketTerms Terms, bool Reduces)? Order(JsonNode? body)
    {
        if (body is not JsonObject) return null;
        SimOrderType? type = body["type"]?.ToString() switch
        {
            "MARKET" => SimOrderType.Market,
            "LIMIT" => SimOrderType.Limit,
            "STOP" => SimOrderType.Stop,
            _ => null,
        };
        Side? side = body["side"]?.ToString() switch { "BUY" => Side.Buy, "SELL" => Side.Sell, _ => null };
        if (Name(body) is not { } id || type is null || side is null || Number(body["lots"]) is not { } lots) return null;
        var reduces = body["reduces"]?.ToString() == "true";
        var price = Number(body["price"]);
        var order = new SimTicket(
            id, body["symbol"]?.ToString() ?? "", side.Value, type.Value, lots * Mt4Market.LotUnits,
            type == SimOrderType.Limit ? price : null, type == SimOrderType.Stop ? price : null, GoodTill: Time(body["expiration"]));
        var magic = long.TryParse(body["magic"]?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (order, new TicketTerms(magic, Number(body["stopLoss"]), Number(body["takeProfit"])), reduces);
    }

    /// <returns>The client's name of it; null when there is none, or one that the contract does not allow.</returns>
    public static string? Name(JsonNode? body) => body?["clientOrderId"]?.ToString() is { Length: > 0 and <= 24 } id ? id : null;

    public static decimal? Number(JsonNode? node) =>
        decimal.TryParse(node?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static DateTimeOffset? Time(JsonNode? node) =>
        DateTimeOffset.TryParse(node?.ToString(), CultureInfo.InvariantCulture, out var time) ? time : null;
}
