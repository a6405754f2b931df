namespace Superintel.Risk.Stress.RunStress;

/// <summary>Losses of a scenario that is drawn; base currency, above zero is a loss.</summary>
public sealed record StressDistribution(int Draws, int Seed, decimal Median, decimal Loss95, decimal Loss99, decimal Worst);
