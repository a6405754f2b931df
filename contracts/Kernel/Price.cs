namespace Superintel.Kernel;

/// <summary>Price of one unit of an instrument in its quote currency. May be zero or negative (spreads, some futures).</summary>
public readonly record struct Price(decimal Value, Currency Quote)
{
    /// <summary>Price times quantity, unsigned side.</summary>
    public static Money operator *(Price price, Quantity quantity) => new(price.Value * quantity.Value, price.Quote);

    public override string ToString() => $"{Value} {Quote}";
}
