namespace Superintel.Venue.Binance.Rules;

/// <summary>Bounds of price times quantity, quote asset; MIN_NOTIONAL of old, NOTIONAL now. A zero maximum is none.</summary>
public sealed record NotionalRange(decimal Min, decimal Max, bool MinForMarket, bool MaxForMarket);
