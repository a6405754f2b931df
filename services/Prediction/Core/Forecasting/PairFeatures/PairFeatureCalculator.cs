using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Forecasting.PairFeatures;

/// <summary>Makes the feature vector of a pair from its trailing window. A pure function of the window, the formation and the
/// options.</summary>
public sealed class PairFeatureCalculator(PairFeatureOptions options)
{
    /// <param name="window">The last <see cref="PairFeatureOptions.WindowBars"/> common closes.</param>
    /// <param name="knownAt">When the newest close was known.</param>
    public FeatureVector Calculate(PairWindow window, PairFormation formation, BarInterval interval, DateTimeOffset knownAt)
    {
        var fields = new Dictionary<string, double?>(PairFeatureSchema.Current.Fields.Length);
        var spread = window.Spread(formation.Intercept, formation.HedgeRatio);
        var returnsA = Changes(window.LogA);
        var returnsB = Changes(window.LogB);
        AddPrices(fields, window, returnsA, returnsB, formation);
        AddSpread(fields, spread);
        AddReversion(fields, spread, returnsA, returnsB);
        AddOrnsteinUhlenbeck(fields, spread);
        AddKalman(fields, window, formation);
        ImmutableArray<double?> values = [.. PairFeatureSchema.Current.Fields.Select(field => fields[field.Name])];
        var subject = PairFeatureSchema.Subject(window.Pair, interval);
        return new FeatureVector(PairFeatureSchema.Current, subject, window.At(window.Count - 1), knownAt, values);
    }

    private static void AddPrices(
        Dictionary<string, double?> fields, PairWindow window, double[] returnsA, double[] returnsB, PairFormation formation)
    {
        var moved = SeriesCheck.Find(returnsA, 2) is null && SeriesCheck.Find(returnsB, 2) is null;
        fields[PairFields.LogPriceA] = window.LogA[^1];
        fields[PairFields.LogPriceB] = window.LogB[^1];
        fields[PairFields.ReturnA] = returnsA[^1];
        fields[PairFields.ReturnB] = returnsB[^1];
        fields[PairFields.ReturnCorrelation] = moved ? Correlation.Pearson(returnsA, returnsB) : null;
        fields[PairFields.Intercept] = formation.Intercept;
        fields[PairFields.HedgeRatio] = formation.HedgeRatio;
        fields[PairFields.FormationHalfLife] = formation.HalfLifeBars;
    }

    private void AddSpread(Dictionary<string, double?> fields, double[] spread)
    {
        var moments = SampleMoments.Of(spread.AsSpan(spread.Length - options.ZScoreBars));
        fields[PairFields.Spread] = spread[^1];
        fields[PairFields.SpreadMean] = moments.Mean;
        fields[PairFields.SpreadDeviation] = moments.Deviation;
        fields[PairFields.ZScore] = moments.Deviation > 0 ? (spread[^1] - moments.Mean) / moments.Deviation : null;
        fields[PairFields.SpreadVolatility] = SampleMoments.Of(Changes(spread)).Deviation;
    }

    private static void AddReversion(Dictionary<string, double?> fields, double[] spread, double[] returnsA, double[] returnsB)
    {
        var lagged = spread.AsSpan(0, spread.Length - 1);
        var moves = SeriesCheck.Find(lagged, 5) is null && SeriesCheck.Find(Changes(spread), 5) is null;
        var reversion = moves ? HalfLife.Estimate(spread) : default;
        var (a, b) = (Slope(returnsA, lagged), Slope(returnsB, lagged));
        fields[PairFields.ReversionSpeed] = moves ? reversion.Lambda : null;
        fields[PairFields.ReversionT] = Finite(reversion.LambdaT, moves);
        fields[PairFields.ReversionPValue] = fields[PairFields.ReversionT] is { } t
            ? MacKinnon.PValue(t, DeterministicTrend.Constant, 2)
            : null;
        fields[PairFields.Equilibrium] = moves && reversion.Lambda < 0 ? -reversion.Intercept / reversion.Lambda : null;
        fields[PairFields.SpeedA] = a?.Slope;
        fields[PairFields.SpeedAT] = Finite(a?.SlopeT ?? double.NaN, a is not null);
        fields[PairFields.SpeedB] = b?.Slope;
        fields[PairFields.SpeedBT] = Finite(b?.SlopeT ?? double.NaN, b is not null);
    }

    private static void AddOrnsteinUhlenbeck(Dictionary<string, double?> fields, double[] spread)
    {
        // The fit exists exactly when the first-order autoregression lies in (0, 1).
        var reverts = fields[PairFields.ReversionSpeed] is > -1 and < 0 && fields[PairFields.ReversionT] is not null;
        OrnsteinUhlenbeckProcess? process = reverts ? OrnsteinUhlenbeck.Fit(spread) : null;
        fields[PairFields.OuTheta] = process?.Theta;
        fields[PairFields.OuMu] = process?.Mu;
        fields[PairFields.OuSigma] = process?.Sigma;
    }

    private void AddKalman(Dictionary<string, double?> fields, PairWindow window, PairFormation formation)
    {
        var estimate = DynamicHedge.Run(window, formation, options.KalmanNoiseRatio);
        fields[PairFields.KalmanHedgeRatio] = estimate?.HedgeRatio;
        fields[PairFields.KalmanHedgeRatioDeviation] = estimate?.Deviation;
        fields[PairFields.KalmanInnovation] = estimate?.Innovation;
    }

    private static SimpleRegression? Slope(double[] returns, ReadOnlySpan<double> lagged) =>
        SeriesCheck.Find(returns, 5) is null && SeriesCheck.Find(lagged, 5) is null ? OrdinaryLeastSquares.Fit(returns, lagged) : null;

    private static double? Finite(double value, bool meaningful) => meaningful && double.IsFinite(value) ? value : null;

    private static double[] Changes(ReadOnlySpan<double> levels)
    {
        var changes = new double[levels.Length - 1];
        for (var i = 0; i < changes.Length; i++) changes[i] = levels[i + 1] - levels[i];
        return changes;
    }
}
