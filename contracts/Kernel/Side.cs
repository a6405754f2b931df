namespace Superintel.Kernel;

/// <summary>Side of an order or fill (FIX tag 54).</summary>
public enum Side
{
    Buy = 1,
    Sell = 2,
}
