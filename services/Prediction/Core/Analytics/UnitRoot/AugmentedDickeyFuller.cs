using System.Buffers;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Augmented Dickey-Fuller test: the difference regressed on the lagged level, lagged differences and deterministic
/// terms.</summary>
/// <remarks>Said and Dickey (1984); lag rules and samples as statsmodels <c>adfuller</c>: candidates are compared on the sample of the
/// longest lag, the chosen one is estimated again on all the rows it allows.</remarks>
public static class AugmentedDickeyFuller
{
    /// <summary>Runs the test.</summary>
    /// <param name="series">Observations, oldest first, finite.</param>
    /// <param name="trend">Deterministic terms.</param>
    /// <param name="selection">How the lag is chosen.</param>
    /// <param name="maximumLag">Longest lag; null for ceil(12 (T/100)^(1/4)), cut to T/2 - terms - 1.</param>
    /// <exception cref="SeriesFaultException">The series is too short, constant, not finite or exactly predictable.</exception>
    public static AugmentedDickeyFullerResult Test(
        ReadOnlySpan<double> series,
        DeterministicTrend trend = DeterministicTrend.Constant,
        LagSelection selection = LagSelection.Akaike,
        int? maximumLag = null)
    {
        SeriesCheck.Demand(series, 4);
        int terms = TrendProjection.Terms(trend);
        int bound = LagBound(series.Length, terms, maximumLag);
        int size = bound + 2;
        int scratch = DickeyFullerGram.ScratchLength(series.Length, terms, bound);
        double[] rented = ArrayPool<double>.Shared.Rent(scratch + (size * size));
        try
        {
            var matrix = rented.AsSpan(scratch, size * size);
            var gram = new DickeyFullerGram(series, terms, bound, rented);
            double criterion = 0;
            int lag = selection == LagSelection.Fixed ? bound : Choose(gram, bound, terms, selection, matrix, out criterion);
            return Estimate(gram, lag, trend, matrix) with
            {
                InformationCriterion = selection == LagSelection.Fixed ? null : criterion,
            };
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>Longest lag that a sample allows, or the given one when it is allowed.</summary>
    /// <exception cref="SeriesFaultException">The sample is too short for the deterministic terms or for the lag asked for.</exception>
    public static int LagBound(int observations, int terms, int? maximumLag)
    {
        int limit = (observations / 2) - terms - 1;
        if (limit < 0)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.TooShort, $"{observations} observations do not carry {terms} trend terms");
        }

        if (maximumLag is not { } asked)
        {
            return Math.Min(limit, (int)Math.Ceiling(12.0 * Math.Pow(observations / 100.0, 0.25)));
        }

        return asked >= 0 && asked <= limit
            ? asked
            : throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, $"lag {asked} is outside 0 to {limit}");
    }

    private static int Choose(
        in DickeyFullerGram gram, int bound, int terms, LagSelection selection, Span<double> matrix, out double criterion)
    {
        int size = bound + 2;
        int rows = gram.Fill(bound, levelFirst: true, matrix);
        double total = matrix[(size * size) - 1];
        Guard(Cholesky.Factor(matrix, size, size - 1), total);
        var solved = matrix.Slice((size - 1) * size, size - 1);
        return selection == LagSelection.LastLagT
            ? LagByLastT.Choose(solved, total, rows, terms, out criterion)
            : LagByCriterion.Choose(solved, total, rows, terms, selection == LagSelection.Bayes, out criterion);
    }

    private static AugmentedDickeyFullerResult Estimate(in DickeyFullerGram gram, int lag, DeterministicTrend trend, Span<double> matrix)
    {
        int size = lag + 2;
        int terms = TrendProjection.Terms(trend);
        int rows = gram.Fill(lag, levelFirst: false, matrix);
        double total = matrix[(size * size) - 1];
        Guard(Cholesky.Factor(matrix, size, size - 1), total);
        double residual = matrix[(size * size) - 1];
        double sigma = residual / Math.Sqrt(rows - lag - 1 - terms);
        double solved = matrix[((size - 1) * size) + lag];
        if (!(sigma > 0) || residual * residual < total * 1e-14)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.PerfectFit, "the differences are an exact function of their own past");
        }

        double statistic = solved / sigma;
        return new AugmentedDickeyFullerResult(
            statistic,
            MacKinnon.PValue(statistic, trend),
            lag,
            rows,
            MacKinnon.Critical(trend, 1, rows)!.Value,
            solved / matrix[(lag * size) + lag],
            null);
    }

    private static void Guard(double pivotRatio, double total)
    {
        if (!(total > 0) || pivotRatio < 1e-13)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.PerfectFit, "levels and lagged differences are linearly dependent");
        }
    }
}
