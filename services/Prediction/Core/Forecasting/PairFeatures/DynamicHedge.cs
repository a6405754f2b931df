using Superintel.Prediction.Discovery;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Forecasting.PairFeatures;

/// <summary>State of a Kalman filter of the hedge ratio after a window.</summary>
/// <param name="HedgeRatio">Slope of ln A on ln B after the last bar.</param>
/// <param name="Deviation">Its standard deviation.</param>
/// <param name="Innovation">Surprise of the last bar in its own standard deviations.</param>
internal readonly record struct DynamicHedge(double HedgeRatio, double Deviation, double Innovation)
{
    /// <summary>
    /// Filters the window from the formation's hedge on. ln B enters about its mean over the window: level and slope would otherwise be
    /// all but collinear. Both states may move per bar by <paramref name="noiseRatio"/> of the observation variance, the slope's in
    /// units of ln B's own variance, so the ratio alone sets the filter's memory, about 1/sqrt(ratio) bars.
    /// </summary>
    /// <returns>Null when a leg or the formation's spread stood still.</returns>
    public static DynamicHedge? Run(PairWindow window, PairFormation formation, double noiseRatio)
    {
        var legs = SampleMoments.Of(window.LogB);
        var variance = formation.SpreadDeviation * formation.SpreadDeviation;
        var legVariance = legs.Deviation * legs.Deviation;
        if (!(variance > 0) || !(legVariance > 0)) return null;
        var filter = new Analytics.Kalman.KalmanHedgeRatio(
            slopeNoise: noiseRatio * variance / legVariance,
            interceptNoise: noiseRatio * variance,
            observationVariance: variance,
            slope: formation.HedgeRatio,
            intercept: formation.Intercept + (formation.HedgeRatio * legs.Mean),
            slopeVariance: variance / legVariance,
            interceptVariance: variance);
        var surprise = 0.0;
        for (var i = 0; i < window.Count; i++) surprise = filter.Update(window.LogA[i], window.LogB[i] - legs.Mean).Standardised;
        return new DynamicHedge(filter.Slope, Math.Sqrt(filter.SlopeVariance), surprise);
    }
}
