namespace Superintel.Risk.Microstructure;

/// <summary>What rests at one price.</summary>
/// <param name="Price">Quote currency per unit, above zero.</param>
/// <param name="Quantity">Units, above zero.</param>
public readonly record struct BookLevel(decimal Price, decimal Quantity);
