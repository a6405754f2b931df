using Superintel.Execution.Trading;

namespace Superintel.Execution.Execution.Previews;

/// <summary>Which prices and dates go with which kind of order.</summary>
internal static class PreviewTerms
{
    // Of a price and of a quantity: what is more is no order, and their product is still a number.
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>The kind that the prices say, where none is named.</summary>
    public static OrderType TypeOf(PreviewQuestion asked) => asked.Type ?? asked switch
    {
        { TrailingAmount: not null } => OrderType.TrailingStop,
        { StopPrice: not null, LimitPrice: not null } => OrderType.StopLimit,
        { StopPrice: not null } => OrderType.Stop,
        { LimitPrice: not null } => OrderType.Limit,
        _ => OrderType.Market,
    };

    /// <returns>Null: it is an order.</returns>
    public static PreviewTicket.Refused? Objection(PreviewQuestion asked, OrderType type, TimeInForce lasting)
    {
        if (asked.Quantity is <= 0m or > Most) return new("quantity-invalid", $"{asked.Quantity} is no quantity of an order.");
        return Price("limit", asked.LimitPrice, type, OrderType.Limit, OrderType.StopLimit, OrderType.LimitOnClose)
            ?? Price("stop", asked.StopPrice, type, OrderType.Stop, OrderType.StopLimit)
            ?? Price("trailing", asked.TrailingAmount, type, OrderType.TrailingStop)
            ?? Date(asked, lasting);
    }

    private static PreviewTicket.Refused? Price(string name, decimal? price, OrderType type, params OrderType[] having) =>
        (Array.IndexOf(having, type) >= 0, price) switch
        {
            (true, null) => new($"{name}-price-missing", $"An order of the type {type} needs its {name} price."),
            (false, not null) => new($"{name}-price-unused", $"An order of the type {type} has no {name} price."),
            (_, <= 0m or > Most) => new("price-invalid", $"{price} is no price."),
            _ => null,
        };

    private static PreviewTicket.Refused? Date(PreviewQuestion asked, TimeInForce lasting) =>
        (lasting == TimeInForce.GoodTillDate, asked.GoodTillDate) switch
        {
            (true, null) => new("date-missing", "A good-till-date order needs its date."),
            (false, not null) => new("date-unused", $"An order that is {lasting} has no date."),
            _ => null,
        };
}
