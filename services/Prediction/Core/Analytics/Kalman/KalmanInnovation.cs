namespace Superintel.Prediction.Analytics.Kalman;

/// <summary>What an observation told a filter.</summary>
/// <param name="Value">Observation minus its prediction.</param>
/// <param name="Variance">Predicted variance of that difference, positive.</param>
public readonly record struct KalmanInnovation(double Value, double Variance)
{
    /// <summary>Innovation in its own standard deviations.</summary>
    public double Standardised => Value / Math.Sqrt(Variance);
}
