using Superintel.Kernel;

namespace Superintel.Venue.Binance.Rules;

/// <summary>An order to be placed, in the exchange's terms.</summary>
/// <param name="Name">newClientOrderId: 1 to 36 of [a-zA-Z0-9-_].</param>
/// <param name="Quantity">Base asset.</param>
/// <param name="Price">Quote asset; null for market and stop-market orders.</param>
/// <param name="StopPrice">Trigger, quote asset; null when there is none.</param>
public sealed record NewOrder(
    string Symbol,
    string Name,
    Side Side,
    SpotOrderType Type,
    decimal Quantity,
    decimal? Price = null,
    decimal? StopPrice = null,
    SpotTimeInForce TimeInForce = SpotTimeInForce.GoodTillCancel);
