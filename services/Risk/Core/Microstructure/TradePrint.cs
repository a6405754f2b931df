namespace Superintel.Risk.Microstructure;

/// <summary>A trade of the market, or many of them together.</summary>
/// <param name="Quantity">Units, above zero.</param>
/// <param name="BuyShare">The part of it that buyers took, in [0, 1]: between the ends where it is an estimate.</param>
public readonly record struct TradePrint(decimal Quantity, decimal BuyShare)
{
    /// <param name="quantity">Units, above zero.</param>
    /// <param name="buyerTook">The buyer was the aggressor.</param>
    public TradePrint(decimal quantity, bool buyerTook)
        : this(quantity, buyerTook ? 1m : 0m)
    {
    }
}
