namespace Superintel.Ingestion.MarketData.Trades;

/// <summary>A trade of the market, or what was traded in a while.</summary>
/// <param name="Quantity">Units, above zero.</param>
/// <param name="BuyShare">The part of it that buyers took, in [0, 1]; between the ends where it is an estimate.</param>
public readonly record struct MarketTrade(decimal Quantity, decimal BuyShare);
