using Superintel.Prediction.Forecasting.Models;

namespace Superintel.Prediction.Forecasting;

/// <summary>The models that are built, in the catalogue's order.</summary>
public static class RegisteredModels
{
    public static IReadOnlyList<IForecastModel> From(ModelOptions options) =>
    [
        new ErrorCorrection(options.ErrorCorrection),
        new KalmanHedge(options.KalmanHedge),
        new RollingZScore(options.RollingZScore),
        new OrnsteinUhlenbeckThresholds(options.OrnsteinUhlenbeck),
    ];
}
