using Superintel.Kernel;

namespace Superintel.Venue.Binance.Messages;

/// <summary>An order as REST and the WebSocket API tell it: placed, asked for, listed or canceled.</summary>
/// <param name="ClientOrderId">The order's own name; in the answer to a cancel that is origClientOrderId.</param>
/// <param name="Price">Limit, quote currency; 0 for a market order.</param>
/// <param name="Executed">Cumulative, base asset.</param>
/// <param name="ExecutedQuote">Cumulative, quote asset; below 0 when Binance does not know it any more.</param>
/// <param name="Fills">Only in a FULL answer to a new order.</param>
/// <param name="At">Of the last change, UTC.</param>
public sealed record SpotOrder(
    string Symbol,
    long OrderId,
    string ClientOrderId,
    OrderStatus Status,
    Side Side,
    string Type,
    string TimeInForce,
    decimal Price,
    decimal StopPrice,
    decimal Quantity,
    decimal Executed,
    decimal ExecutedQuote,
    DateTimeOffset At,
    IReadOnlyList<OrderFill> Fills);
