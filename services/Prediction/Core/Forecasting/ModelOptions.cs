using Superintel.Prediction.Forecasting.Models;

namespace Superintel.Prediction.Forecasting;

/// <summary>Settings of the models that are built.</summary>
public sealed record ModelOptions
{
    public ErrorCorrectionOptions ErrorCorrection { get; init; } = new();

    public KalmanHedgeOptions KalmanHedge { get; init; } = new();

    public RollingZScoreOptions RollingZScore { get; init; } = new();

    public OrnsteinUhlenbeckOptions OrnsteinUhlenbeck { get; init; } = new();
}
