namespace Superintel.Prediction.Forecasting.PairFeatures;

/// <summary>Windows and filter settings of the pair features.</summary>
public sealed record PairFeatureOptions
{
    /// <summary>Window of the estimates, bars, default 252. 60 to 5000, not above the panel.</summary>
    public int WindowBars { get; init; } = 252;

    /// <summary>Short window of mean and deviation behind the z-score, bars, default 60. 10 to the window.</summary>
    public int ZScoreBars { get; init; } = 60;

    /// <summary>Variance of one bar's change of the Kalman states relative to the observation variance, default 1e-4. Above 0, below
    /// 1.</summary>
    public double KalmanNoiseRatio { get; init; } = 1e-4;
}
