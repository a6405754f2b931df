using Superintel.Kernel;
using Superintel.Prediction.FeatureStore;

namespace Superintel.Prediction.Forecasting.PairFeatures;

/// <summary>The vector that is stored for every pair and bar that was scored, and that the statistical models read.</summary>
public static class PairFeatureSchema
{
    /// <summary>Version 1. Estimates are made on the trailing window that ends with the bar, the spread with the formation's
    /// hedge.</summary>
    public static readonly FeatureSchema Current = new(
        "pair-spread",
        1,
        [
            new(PairFields.LogPriceA, "log", "Natural logarithm of A's close."),
            new(PairFields.LogPriceB, "log", "Natural logarithm of B's close."),
            new(PairFields.ReturnA, "log", "A's log return over one bar."),
            new(PairFields.ReturnB, "log", "B's log return over one bar."),
            new(PairFields.ReturnCorrelation, "1", "Correlation of the legs' log returns over the window; missing when a leg stood still."),
            new(PairFields.Intercept, "log", "Intercept of the formation."),
            new(PairFields.HedgeRatio, "1", "Hedge ratio of the formation, notional of B per notional of A."),
            new(PairFields.FormationHalfLife, "bars", "Half-life of the formation."),
            new(PairFields.Spread, "log", "ln A - intercept - hedge ratio x ln B."),
            new(PairFields.SpreadMean, "log", "Mean of the spread over the short window."),
            new(PairFields.SpreadDeviation, "log", "Sample standard deviation of the spread over the short window."),
            new(PairFields.ZScore, "1", "Spread in those deviations from that mean; missing when the spread stood still."),
            new(PairFields.SpreadVolatility, "log", "Sample standard deviation of the spread's one-bar change over the window."),
            new(PairFields.ReversionSpeed, "1/bar", "Slope of the spread's change on its lagged level; negative when it reverts."),
            new(PairFields.ReversionT, "1", "t statistic of that slope (Dickey-Fuller distributed)."),
            new(PairFields.ReversionPValue, "1", "MacKinnon p-value of that statistic for a pair."),
            new(PairFields.Equilibrium, "log", "Level to which the spread reverts; missing when it does not."),
            new(PairFields.SpeedA, "1/bar", "Slope of A's return on the lagged spread; negative when A corrects."),
            new(PairFields.SpeedAT, "1", "t statistic of that slope."),
            new(PairFields.SpeedB, "1/bar", "Slope of B's return on the lagged spread; positive when B corrects."),
            new(PairFields.SpeedBT, "1", "t statistic of that slope."),
            new(PairFields.OuTheta, "1/bar", "Speed of the Ornstein-Uhlenbeck process of the spread; missing when it does not revert."),
            new(PairFields.OuMu, "log", "Its mean."),
            new(PairFields.OuSigma, "log/sqrt(bar)", "Its diffusion."),
            new(PairFields.KalmanHedgeRatio, "1", "Hedge ratio of the Kalman filter after the bar."),
            new(PairFields.KalmanHedgeRatioDeviation, "1", "Its standard deviation."),
            new(PairFields.KalmanInnovation, "1", "The filter's surprise at the bar in its own standard deviations."),
        ]);

    /// <summary>What a pair's vectors are stored under.</summary>
    public static string Subject(PairId pair, BarInterval interval) => $"{pair}@{interval}";
}
