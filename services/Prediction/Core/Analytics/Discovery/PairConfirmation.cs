using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.Screening;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Discovery;

/// <summary>The second look at a significant pair.</summary>
internal static class PairConfirmation
{
    private const int BarsPerYear = 252;

    public static DiscoveredPair Examine(
        double[][] window, PairStatistic forward, PairStatistic reverse, double q, int trials, PairDiscoveryOptions options)
    {
        double[] y = window[forward.First];
        double[] x = window[forward.Second];
        var fit = OrdinaryLeastSquares.Fit(y, x);
        double[] spread = new double[y.Length];
        OrdinaryLeastSquares.Residuals(y, x, fit.Intercept, fit.Slope, spread);
        double halfLife = HalfLife.Estimate(spread).Bars;
        double hurst = spread.Length >= 64 ? Hurst.VarianceScaling(spread) : 0.5;
        int crossings = Crossings(spread);
        int rank = Rank(y, x);
        double drift = Drift(y, x, fit.Slope);
        var objections = new List<string>();
        Object(objections, reverse.Refusal is not null || reverse.PValue > options.ReversePValue, PairObjections.ReverseDirection);
        Object(objections, Stationary(y, options) || Stationary(x, options), PairObjections.StationaryLeg);
        Object(objections, rank < 1, PairObjections.JohansenDisagrees);
        bool reverts = halfLife >= options.LeastHalfLife && halfLife <= options.GreatestHalfLife;
        Object(objections, !reverts, PairObjections.HalfLifeOutsideWindow);
        Object(objections, hurst > options.GreatestHurst, PairObjections.HurstTooHigh);
        Object(objections, crossings * (double)BarsPerYear / y.Length < options.LeastCrossingsPerYear, PairObjections.TooFewCrossings);
        Object(objections, drift > options.GreatestDrift, PairObjections.StructuralBreak);
        return new DiscoveredPair(forward, reverse, q, trials, fit.Intercept, halfLife, hurst, crossings, rank, drift, objections);
    }

    private static void Object(List<string> objections, bool when, string code)
    {
        if (when)
        {
            objections.Add(code);
        }
    }

    private static bool Stationary(double[] leg, PairDiscoveryOptions options) =>
        AugmentedDickeyFuller.Test(leg, DeterministicTrend.Constant, LagSelection.Akaike, options.Screen.MaximumLag).PValue
            < options.StationaryLegPValue;

    private static int Crossings(ReadOnlySpan<double> spread)
    {
        int count = 0;
        for (int i = 1; i < spread.Length; i++)
        {
            count += spread[i] > 0 != spread[i - 1] > 0 ? 1 : 0;
        }

        return count;
    }

    private static int Rank(double[] y, double[] x)
    {
        try
        {
            return Johansen.Test([.. y, .. x], y.Length).Rank;
        }
        catch (SeriesFaultException)
        {
            // Series that Johansen's test cannot tell apart do not agree with anything.
            return 0;
        }
    }

    private static double Drift(double[] y, double[] x, double slope)
    {
        int half = y.Length / 2;
        double early = Slope(y.AsSpan(0, half), x.AsSpan(0, half));
        double late = Slope(y.AsSpan(half), x.AsSpan(half));
        return slope != 0 ? Math.Abs((late - early) / slope) : double.PositiveInfinity;
    }

    private static double Slope(ReadOnlySpan<double> y, ReadOnlySpan<double> x) =>
        SeriesCheck.Find(y, 3) is null && SeriesCheck.Find(x, 3) is null
            ? OrdinaryLeastSquares.Fit(y, x).Slope
            : double.PositiveInfinity;
}
