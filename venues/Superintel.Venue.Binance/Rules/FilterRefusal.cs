namespace Superintel.Venue.Binance.Rules;

/// <summary>An order that the exchange would refuse and that is therefore not sent.</summary>
/// <param name="Code">Stable, kebab-case: symbol-not-trading, client-order-id, order-type, price-missing, stop-price-missing, price-filter,
/// lot-size, market-lot-size, notional, percent-price, max-num-orders, max-num-algo-orders, max-position.</param>
public sealed record FilterRefusal(string Code, string Text)
{
    public const string TooManyOrders = "max-num-orders";
    public const string TooManyStops = "max-num-algo-orders";
}
