using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.Regression;

/// <summary>Ordinary least squares.</summary>
public static class OrdinaryLeastSquares
{
    /// <summary>Regresses y on a constant and one regressor, without allocation.</summary>
    /// <param name="y">Response, at least 3 finite values.</param>
    /// <param name="x">Regressor of the same length, not constant.</param>
    /// <exception cref="SeriesFaultException">A series is at fault.</exception>
    public static SimpleRegression Fit(ReadOnlySpan<double> y, ReadOnlySpan<double> x)
    {
        SeriesCheck.Demand(y, x, 3);
        int n = y.Length;
        double meanY = Mean(y);
        double meanX = Mean(x);
        var (xx, xy, yy) = CentredProducts.Sum(y, x, meanY, meanX);
        if (!(xx > 0))
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.ConstantSeries, "the regressor does not vary", 1);
        }

        double slope = xy / xx;
        double intercept = meanY - (slope * meanX);
        double rest = CentredProducts.ResidualSquares(y, x, meanY, meanX, slope);
        double variance = rest / (n - 2);
        return new SimpleRegression(
            intercept,
            slope,
            Math.Sqrt(variance * ((1.0 / n) + (meanX * meanX / xx))),
            Math.Sqrt(variance / xx),
            yy > 0 ? 1 - (rest / yy) : 0,
            rest,
            n);
    }

    /// <summary>Writes y - intercept - slope x.</summary>
    /// <param name="y">Response.</param>
    /// <param name="x">Regressor.</param>
    /// <param name="intercept">Constant.</param>
    /// <param name="slope">Slope.</param>
    /// <param name="residuals">Receives one value per row.</param>
    public static void Residuals(ReadOnlySpan<double> y, ReadOnlySpan<double> x, double intercept, double slope, Span<double> residuals)
    {
        TensorPrimitives.MultiplyAdd(x, -slope, y, residuals);
        TensorPrimitives.Subtract(residuals, intercept, residuals);
    }

    /// <summary>Regresses y on a constant and several regressors.</summary>
    /// <param name="y">Response, n finite values.</param>
    /// <param name="regressors">Column after column, n values each, not constant.</param>
    /// <exception cref="SeriesFaultException">Too few rows, a value that is not finite, or linearly dependent columns.</exception>
    public static MultipleRegression FitMany(ReadOnlySpan<double> y, ReadOnlySpan<double> regressors)
    {
        int count = DemandColumns(y, regressors);
        double[] coefficients = new double[count + 1];
        double[] inverseDiagonal = new double[count + 1];
        double[] residuals = new double[y.Length];
        var deterministic = UnitRoot.DeterministicTrend.Constant;
        LinearProjection.Solve(y, regressors, deterministic, coefficients.AsSpan(1), coefficients.AsSpan(0, 1), residuals, inverseDiagonal);
        double rest = TensorPrimitives.SumOfSquares<double>(residuals);
        double mean = Mean(y);
        double total = CentredProducts.Sum(y, y, mean, mean).Xx;
        double variance = rest / (y.Length - count - 1);
        var errors = Array.ConvertAll(inverseDiagonal, d => Math.Sqrt(variance * d));
        var statistics = coefficients.Zip(errors, (c, e) => c / e).ToArray();
        return new MultipleRegression(coefficients[0], coefficients[1..], errors, statistics, 1 - (rest / total), rest, y.Length);
    }

    private static int DemandColumns(ReadOnlySpan<double> y, ReadOnlySpan<double> regressors)
    {
        int count = y.Length == 0 ? 0 : regressors.Length / y.Length;
        if (count * y.Length != regressors.Length || count == 0)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LengthMismatch, "a regressor's length is not the response's", 1);
        }

        SeriesCheck.Demand(y, count + 2);
        for (int i = 0; i < count; i++)
        {
            SeriesCheck.Demand(regressors.Slice(i * y.Length, y.Length), count + 2, i + 1);
        }

        return count;
    }

    private static double Mean(ReadOnlySpan<double> values) => TensorPrimitives.Sum(values) / values.Length;
}
