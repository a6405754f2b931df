namespace Superintel.VenueSimulator.Matching;

/// <summary>One price of a book.</summary>
public readonly record struct SimLevel(decimal Price, decimal Quantity);
