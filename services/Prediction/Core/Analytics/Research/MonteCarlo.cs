using Superintel.Prediction.Analytics.Performance;

namespace Superintel.Prediction.Analytics.Research;

/// <summary>Measures over paths drawn by the stationary bootstrap.</summary>
public static class MonteCarlo
{
    /// <summary>Resamples a series of returns.</summary>
    /// <param name="returns">Simple returns per bar, at least 2.</param>
    /// <param name="paths">Number of paths, 1 to 100,000.</param>
    /// <param name="meanBlock">Expected block length.</param>
    /// <param name="barsPerYear">For annualising.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="cancellationToken">Stops between paths.</param>
    public static MonteCarloReport Run(
        ReadOnlySpan<double> returns,
        int paths,
        double meanBlock,
        double barsPerYear,
        int seed,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paths, 100_000);
        var bootstrap = new StationaryBootstrap(meanBlock, seed);
        double[] sample = new double[returns.Length];
        double[] totals = new double[paths];
        double[] sharpes = new double[paths];
        double[] drawdowns = new double[paths];
        for (int i = 0; i < paths; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bootstrap.Draw(returns, sample);
            var sums = ReturnSums.Of(sample);
            totals[i] = sums.Growth - 1;
            sharpes[i] = sums.Deviation > 0 ? sums.Mean / sums.Deviation * Math.Sqrt(barsPerYear) : 0;
            drawdowns[i] = sums.Drawdown;
        }

        double losses = totals.Count(t => t < 0) / (double)paths;
        return new MonteCarloReport(paths, Range(totals), Range(sharpes), Range(drawdowns), losses);
    }

    private static MonteCarloRange Range(double[] values)
    {
        Array.Sort(values);
        return new MonteCarloRange(At(values, 0.05), At(values, 0.5), At(values, 0.95));
    }

    private static double At(double[] sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
