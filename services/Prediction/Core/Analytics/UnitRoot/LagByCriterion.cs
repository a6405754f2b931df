namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Choice of nested regressors by an information criterion.</summary>
internal static class LagByCriterion
{
    /// <summary>Chooses the lag with the least criterion, ties to the shorter.</summary>
    /// <param name="solved">Last row of the Cholesky factor: entry i is what regressor i explains, signed, after those
    /// before it; entry 0 is the level.</param>
    /// <param name="total">Sum of squares of the response.</param>
    /// <param name="rows">Rows of the regression.</param>
    /// <param name="terms">Deterministic terms.</param>
    /// <param name="bayes">Schwarz instead of Akaike.</param>
    /// <param name="criterion">Receives the least value.</param>
    public static int Choose(ReadOnlySpan<double> solved, double total, int rows, int terms, bool bayes, out double criterion)
    {
        double constant = rows * (1 + Math.Log(2 * Math.PI));
        double penalty = bayes ? Math.Log(rows) : 2;
        double rest = total;
        int best = 0;
        criterion = double.PositiveInfinity;
        for (int lag = 0; lag < solved.Length; lag++)
        {
            rest -= solved[lag] * solved[lag];
            double value = (rows * Math.Log(Math.Max(rest, double.Epsilon) / rows)) + constant + (penalty * (lag + 1 + terms));
            if (value < criterion)
            {
                criterion = value;
                best = lag;
            }
        }

        return best;
    }
}
