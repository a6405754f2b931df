namespace Superintel.Venue.Binance.Rules;

/// <summary>Bounds and step of a price or a quantity. A zero switches its part off.</summary>
public sealed record StepRange(decimal Min, decimal Max, decimal Step)
{
    public bool OnStep(decimal value) => Step <= 0m || value % Step == 0m;

    public bool Holds(decimal value) => (Min <= 0m || value >= Min) && (Max <= 0m || value <= Max);

    /// <summary>The largest step not above the value.</summary>
    public decimal Down(decimal value) => Step <= 0m ? value : value - (value % Step);

    /// <summary>The smallest step not below the value.</summary>
    public decimal Up(decimal value) => Down(value) is var down && down == value ? value : down + Step;
}
