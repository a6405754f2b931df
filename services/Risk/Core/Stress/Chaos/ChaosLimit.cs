namespace Superintel.Risk.Stress.Chaos;

/// <summary>One limit and how likely prices carry the book past it.</summary>
/// <param name="Name">Of the limit.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="Probability">That a path passes it, 0 to 1.</param>
public sealed record ChaosLimit(string Name, double Value, double Probability);
