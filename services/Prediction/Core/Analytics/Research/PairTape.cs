using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.Spread;

namespace Superintel.Prediction.Analytics.Research;

/// <summary>Prices of a pair with what was known at every bar: hedge ratio and score, learned from earlier rows only.</summary>
public sealed class PairTape
{
    private PairTape(double[] y, double[] x, double[] slopes, double[] intercepts, double[] scores, int first)
    {
        Y = y;
        X = x;
        Slopes = slopes;
        Intercepts = intercepts;
        Scores = scores;
        First = first;
    }

    /// <summary>Prices of the first leg.</summary>
    public ReadOnlyMemory<double> Y { get; }

    /// <summary>Prices of the second leg.</summary>
    public ReadOnlyMemory<double> X { get; }

    /// <summary>Hedge ratio in force at each bar (logarithms of prices).</summary>
    public ReadOnlyMemory<double> Slopes { get; }

    /// <summary>Intercept in force at each bar.</summary>
    public ReadOnlyMemory<double> Intercepts { get; }

    /// <summary>Standardised spread at each bar, 0 before <see cref="First"/>.</summary>
    public ReadOnlyMemory<double> Scores { get; }

    /// <summary>First row that may be traded.</summary>
    public int First { get; }

    /// <summary>Learns and scores a pair.</summary>
    /// <param name="y">Positive prices of the first leg, oldest first.</param>
    /// <param name="x">Positive prices of the second leg.</param>
    /// <param name="options">Windows.</param>
    /// <exception cref="SeriesFaultException">A series is at fault, not positive, or shorter than the training window
    /// and two rows, or the legs are collinear in a training window.</exception>
    public static PairTape WalkForward(ReadOnlySpan<double> y, ReadOnlySpan<double> x, WalkForwardOptions options)
    {
        Demand(y, x, options);
        int n = y.Length;
        double[] logY = new double[n];
        double[] logX = new double[n];
        TensorPrimitives.Log(y, logY);
        TensorPrimitives.Log(x, logX);
        double[] slopes = new double[n];
        double[] intercepts = new double[n];
        double[] scores = new double[n];
        double[] scratch = ArrayPool<double>.Shared.Rent(2 * (options.TrainBars + Math.Min(options.TestBars, n)));
        try
        {
            for (int from = options.TrainBars; from < n; from += options.TestBars)
            {
                int to = from > n - options.TestBars ? n : from + options.TestBars;
                var fit = Fold(logY, logX, from, to, options, scores, scratch);
                slopes.AsSpan(from, to - from).Fill(fit.Slope);
                intercepts.AsSpan(from, to - from).Fill(fit.Intercept);
                if (to == n)
                {
                    break;
                }
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }

        return new PairTape(y.ToArray(), x.ToArray(), slopes, intercepts, scores, options.TrainBars);
    }

    private static SimpleRegression Fold(
        double[] logY, double[] logX, int from, int to, WalkForwardOptions options, double[] scores, double[] scratch)
    {
        int begin = from - options.TrainBars;
        var fit = OrdinaryLeastSquares.Fit(logY.AsSpan(begin, options.TrainBars), logX.AsSpan(begin, options.TrainBars));

        // The spread of a series and itself is rounding noise: its score would be a number, and its trades a story.
        if (!(fit.RSquared < EngleGranger.CollinearRSquared))
        {
            throw SeriesFaultException.Of(
                SeriesFaultCodes.CollinearSeries, $"one leg reproduces the other in the window of row {begin + 1}", 1);
        }

        int rows = to - begin;
        var spread = scratch.AsSpan(0, rows);
        OrdinaryLeastSquares.Residuals(logY.AsSpan(begin, rows), logX.AsSpan(begin, rows), fit.Intercept, fit.Slope, spread);
        var destination = scores.AsSpan(from, to - from);
        if (options.ScoreWindow is { } window)
        {
            var rolled = scratch.AsSpan(rows, rows);
            ZScore.Rolling(spread, window, rolled);
            rolled[options.TrainBars..].CopyTo(destination);
        }
        else
        {
            TensorPrimitives.Multiply(spread[options.TrainBars..], 1 / fit.ResidualDeviation, destination);
        }

        return fit;
    }

    private static void Demand(ReadOnlySpan<double> y, ReadOnlySpan<double> x, WalkForwardOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TrainBars, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TestBars, 1);
        if (options.ScoreWindow is { } window && (window < 2 || window > options.TrainBars))
        {
            throw new ArgumentOutOfRangeException(nameof(options), window, "a score window is between 2 and the training window");
        }

        SeriesCheck.Demand(y, x, options.TrainBars + 2);
        SeriesCheck.DemandPositive(y, 0);
        SeriesCheck.DemandPositive(x, 1);
    }
}
