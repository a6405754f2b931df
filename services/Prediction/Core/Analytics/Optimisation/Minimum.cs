namespace Superintel.Prediction.Analytics.Optimisation;

/// <summary>Where a search ended.</summary>
/// <param name="Point">The lowest point met.</param>
/// <param name="Value">The objective there.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Converged">Whether the stopping rule was met, not merely the step limit.</param>
public sealed record Minimum(double[] Point, double Value, int Iterations, bool Converged);
