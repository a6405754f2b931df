using System.Buffers;
using Superintel.Prediction.Analytics.Distributions;
using Superintel.Prediction.Analytics.Volatility;

namespace Superintel.Risk.Measures.Tails;

/// <summary>Value at risk and expected shortfall of a return sample, by any method.</summary>
public static class TailEstimator
{
    /// <summary>Draws of the Monte Carlo method.</summary>
    public const int Draws = 100_000;

    /// <param name="returns">Simple returns per period, oldest first, at least 20, finite.</param>
    /// <param name="confidence">In (0.5, 1).</param>
    /// <param name="seed">Of the Monte Carlo draws.</param>
    public static TailEstimate Estimate(ReadOnlySpan<double> returns, double confidence, TailMethod method, int seed = 1) =>
        Estimate(returns, confidence, method, null, seed);

    /// <summary>The same in memory used before: once it is large enough, nothing is allocated.</summary>
    /// <inheritdoc cref="Estimate(ReadOnlySpan{double}, double, TailMethod, int)" path="/param" />
    public static TailEstimate Estimate(
        ReadOnlySpan<double> returns, double confidence, TailMethod method, TailWorkspace? workspace, int seed = 1) => method switch
    {
        TailMethod.Historical => Historical(returns, confidence),
        TailMethod.Normal => Gaussian(returns, confidence),
        TailMethod.StudentT => (workspace ?? new TailWorkspace()).Student.Fit(returns).Tail(confidence),
        TailMethod.CornishFisher => CornishFisher.Tail(returns, confidence),
        TailMethod.FilteredHistorical => Filtered(returns, confidence, (workspace ?? new TailWorkspace()).Garch),
        _ => Drawn(returns, confidence, seed),
    };

    private static TailEstimate Historical(ReadOnlySpan<double> returns, double confidence)
    {
        var (var, cvar) = TailRisk.Historical(returns, confidence);
        return new TailEstimate(var, cvar);
    }

    /// <remarks>VaR = -(mean + z sd), CVaR = -mean + sd phi(z) / (1 - confidence), with z the quantile of 1 - confidence.</remarks>
    private static TailEstimate Gaussian(ReadOnlySpan<double> returns, double confidence)
    {
        var (mean, deviation) = Moments(returns);
        var z = Normal.Quantile(1 - confidence);
        return new TailEstimate(-(mean + (z * deviation)), -mean + (deviation * Normal.Density(z) / (1 - confidence)));
    }

    /// <remarks>Barone-Adesi, Giannopoulos and Vosper (1999), VaR without correlations for portfolios of derivative securities.</remarks>
    private static TailEstimate Filtered(ReadOnlySpan<double> returns, double confidence, GarchWorkspace garch)
    {
        var borrowed = ArrayPool<double>.Shared.Rent(returns.Length);
        try
        {
            var scaled = borrowed.AsSpan(0, returns.Length);
            var (mean, variance) = garch.FitAndFilter(returns, scaled);
            var next = Math.Sqrt(variance);
            for (var t = 0; t < scaled.Length; t++) scaled[t] = mean + ((returns[t] - mean) / Math.Sqrt(scaled[t]) * next);
            return Historical(scaled, confidence);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(borrowed);
        }
    }

    private static TailEstimate Drawn(ReadOnlySpan<double> returns, double confidence, int seed)
    {
        var (mean, deviation) = Moments(returns);
        var (draw, borrowed) = (new SplitMix((ulong)seed), ArrayPool<double>.Shared.Rent(Draws));
        try
        {
            var drawn = borrowed.AsSpan(0, Draws);
            foreach (ref var one in drawn) one = mean + (deviation * Normal.Quantile(draw.Next()));
            return Historical(drawn, confidence);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(borrowed);
        }
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> returns)
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var value in returns) mean += value / returns.Length;
        foreach (var value in returns) squares += (value - mean) * (value - mean);
        return (mean, Math.Sqrt(squares / (returns.Length - 1)));
    }
}
