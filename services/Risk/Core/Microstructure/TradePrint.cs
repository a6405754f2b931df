namespace Superintel.Risk.Microstructure;

/// <summary>A trade of the market.</summary>
/// <param name="Quantity">Units, above zero.</param>
/// <param name="BuyerTook">The buyer was the aggressor.</param>
public readonly record struct TradePrint(decimal Quantity, bool BuyerTook);
