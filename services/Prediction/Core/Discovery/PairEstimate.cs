using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Discovery;

/// <summary>The estimates that discovery makes of one window. A window that cannot be analysed (constant, collinear) gives null.</summary>
internal static class PairEstimate
{
    /// <summary>Correlation of one-bar log returns.</summary>
    public static double? Correlation(PairWindow window)
    {
        Span<double> a = new double[window.Count - 1];
        Span<double> b = new double[window.Count - 1];
        Returns(window.LogA, a);
        Returns(window.LogB, b);
        if (SeriesCheck.Find(a, 2) is not null || SeriesCheck.Find(b, 2) is not null) return null;
        return Analytics.Spread.Correlation.Pearson(a, b);
    }

    /// <summary>Engle-Granger of A on B, or of B on A.</summary>
    public static EngleGrangerResult? Test(PairWindow window, int maximumLag, bool reverse)
    {
        try
        {
            return reverse
                ? EngleGranger.Test(window.LogB, window.LogA, DeterministicTrend.Constant, LagSelection.Akaike, maximumLag)
                : EngleGranger.Test(window.LogA, window.LogB, DeterministicTrend.Constant, LagSelection.Akaike, maximumLag);
        }
        catch (SeriesFaultException)
        {
            return null; // collinear or degenerate legs: not a pair, and the trial was not made
        }
    }

    /// <summary>Half-life in bars, infinite when the spread does not revert, and the spread's sample standard deviation.</summary>
    public static (double HalfLifeBars, double Deviation) Reversion(PairWindow window, double intercept, double hedgeRatio)
    {
        var spread = window.Spread(intercept, hedgeRatio);
        if (SeriesCheck.Find(spread, 5) is not null) return (double.PositiveInfinity, 0);
        var estimate = HalfLife.Estimate(spread);
        return (estimate.ExactBars, SampleMoments.Of(spread).Deviation);
    }

    private static void Returns(ReadOnlySpan<double> logarithms, Span<double> returns)
    {
        for (var i = 0; i < returns.Length; i++) returns[i] = logarithms[i + 1] - logarithms[i];
    }
}
