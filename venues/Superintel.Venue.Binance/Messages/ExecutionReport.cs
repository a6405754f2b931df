using Superintel.Kernel;

namespace Superintel.Venue.Binance.Messages;

/// <summary>What the user stream says of one order.</summary>
/// <param name="ClientOrderId">The order's own name, also when a cancel had a name of its own (field C then, else c).</param>
/// <param name="TradeId">Unique within the symbol; below 0 when it is no trade.</param>
/// <param name="LastPrice">Of this execution, quote asset.</param>
/// <param name="LastQuantity">Of this execution, base asset.</param>
/// <param name="Reason">Reject or expiry reason; NONE or empty otherwise.</param>
public sealed record ExecutionReport(
    string Symbol,
    string ClientOrderId,
    long OrderId,
    Side Side,
    string OrderType,
    ExecutionType Execution,
    OrderStatus Status,
    decimal Quantity,
    decimal CumulativeQuantity,
    long TradeId,
    decimal LastPrice,
    decimal LastQuantity,
    decimal Commission,
    string CommissionAsset,
    string Reason,
    DateTimeOffset At) : StreamMessage;
