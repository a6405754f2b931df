using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Analytics.Regression;

/// <summary>Least squares on regressors and deterministic terms, the latter projected out first, by Householder reflections.</summary>
public static class LinearProjection
{
    /// <summary>Solves the regression into the caller's spans, without allocation.</summary>
    /// <param name="y">Response, n values.</param>
    /// <param name="regressors">Column after column, n values each.</param>
    /// <param name="trend">Deterministic terms: 1, t, t^2 with t = 1..n.</param>
    /// <param name="slopes">Receives one coefficient per regressor.</param>
    /// <param name="deterministic">Receives the coefficients of 1, t, t^2 as far as asked for; may be empty.</param>
    /// <param name="residuals">Receives n residuals.</param>
    /// <param name="inverseDiagonal">Receives, when not empty and the trend is a constant, the diagonal of (X'X)^-1: constant
    /// first, then slopes.</param>
    /// <exception cref="SeriesFaultException">The columns are linearly dependent.</exception>
    public static void Solve(
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> regressors,
        DeterministicTrend trend,
        Span<double> slopes,
        Span<double> deterministic,
        Span<double> residuals,
        Span<double> inverseDiagonal)
    {
        int rows = y.Length;
        int count = slopes.Length;
        int terms = TrendProjection.Terms(trend);
        int basisAt = (count + 1) * rows;
        int triangleAt = basisAt + (terms * rows);
        double[] rented = ArrayPool<double>.Shared.Rent(triangleAt + (count * count));
        try
        {
            var columns = rented.AsSpan(0, count * rows);
            var target = rented.AsSpan(count * rows, rows);
            var basis = rented.AsSpan(basisAt, terms * rows);
            var triangle = rented.AsSpan(triangleAt, count * count);
            TrendProjection.FillBasis(basis, rows, terms);
            Prepare(y, regressors, basis, terms, columns, target);
            if (HouseholderLeastSquares.Solve(columns, rows, count, target, slopes) < 1e-12)
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "the regressors are linearly dependent", 1);
            }

            if (!inverseDiagonal.IsEmpty)
            {
                HouseholderLeastSquares.InvertTriangle(columns, rows, count, triangle);
                InverseDiagonal(triangle, regressors, rows, count, inverseDiagonal);
            }

            Combine(y, regressors, slopes, residuals);
            DeterministicCoefficients.Solve(residuals, basis, terms, deterministic);
            TrendProjection.Remove(basis, terms, residuals);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static void Prepare(
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> regressors,
        ReadOnlySpan<double> basis,
        int terms,
        Span<double> columns,
        Span<double> target)
    {
        regressors.CopyTo(columns);
        y.CopyTo(target);
        for (int at = 0; at < columns.Length; at += y.Length)
        {
            TrendProjection.Remove(basis, terms, columns.Slice(at, y.Length));
        }

        TrendProjection.Remove(basis, terms, target);
    }

    private static void Combine(
        ReadOnlySpan<double> y, ReadOnlySpan<double> regressors, ReadOnlySpan<double> slopes, Span<double> residuals)
    {
        y.CopyTo(residuals);
        for (int i = 0; i < slopes.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(regressors.Slice(i * y.Length, y.Length), -slopes[i], residuals, residuals);
        }
    }

    private static void InverseDiagonal(
        ReadOnlySpan<double> triangle, ReadOnlySpan<double> regressors, int rows, int count, Span<double> diagonal)
    {
        diagonal[0] = 1.0 / rows;
        diagonal.Slice(1, count).Clear();
        for (int k = 0; k < count; k++)
        {
            double meanCombination = 0;
            for (int i = 0; i <= k; i++)
            {
                double entry = triangle[(i * count) + k];
                diagonal[i + 1] += entry * entry;
                meanCombination += entry * TensorPrimitives.Sum(regressors.Slice(i * rows, rows)) / rows;
            }

            diagonal[0] += meanCombination * meanCombination;
        }
    }
}
