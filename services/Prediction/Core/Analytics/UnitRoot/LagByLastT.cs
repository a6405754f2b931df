namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Choice of nested regressors by the significance of the last one.</summary>
internal static class LagByLastT
{
    private const double Significant = 1.6448536269514722;

    /// <summary>From the longest lag down, the first whose last regressor is significant at 10 % (two-sided).</summary>
    /// <param name="solved">Last row of the Cholesky factor, entry 0 the level.</param>
    /// <param name="total">Sum of squares of the response.</param>
    /// <param name="rows">Rows of the regression.</param>
    /// <param name="terms">Deterministic terms.</param>
    /// <param name="statistic">Receives |t| of the last regressor chosen.</param>
    public static int Choose(ReadOnlySpan<double> solved, double total, int rows, int terms, out double statistic)
    {
        double rest = total;
        foreach (double entry in solved)
        {
            rest -= entry * entry;
        }

        statistic = 0;
        for (int lag = solved.Length - 1; lag >= 0; lag--)
        {
            double sigma = Math.Sqrt(Math.Max(rest, double.Epsilon) / (rows - lag - 1 - terms));
            statistic = Math.Abs(solved[lag] / sigma);
            if (statistic >= Significant)
            {
                return lag;
            }

            rest += solved[lag] * solved[lag];
        }

        return 0;
    }
}
