namespace Superintel.Venue.Binance.Messages;

/// <summary>The average price of the last minutes, quote asset: the reference of the notional and percent filters.</summary>
public sealed record AveragePrice(decimal Price);
