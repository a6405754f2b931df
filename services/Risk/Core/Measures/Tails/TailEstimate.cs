namespace Superintel.Risk.Measures.Tails;

/// <summary>Value at risk and expected shortfall of the next period at one confidence.</summary>
/// <param name="Var">A loss, positive when the tail loses, as a fraction of value.</param>
/// <param name="Cvar">The mean loss beyond it; never smaller.</param>
public readonly record struct TailEstimate(double Var, double Cvar);
