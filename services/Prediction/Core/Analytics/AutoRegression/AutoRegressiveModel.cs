namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>x(t) = c + phi(1) x(t-1) + ... + phi(p) x(t-p) + e(t).</summary>
/// <param name="Constant">c, zero when none is estimated.</param>
/// <param name="HasConstant">Whether it is.</param>
/// <param name="Coefficients">phi, lag 1 first.</param>
/// <param name="StandardErrors">The constant's if any, then one per lag; the variance divided by the rows (statsmodels).</param>
/// <param name="Variance">Of the errors, divided by the rows.</param>
/// <param name="LogLikelihood">Gaussian, given the first p values.</param>
/// <param name="Observations">Rows of the regression.</param>
/// <param name="Tail">The last p values, oldest first.</param>
public sealed record AutoRegressiveModel(
    double Constant,
    bool HasConstant,
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> StandardErrors,
    double Variance,
    double LogLikelihood,
    int Observations,
    IReadOnlyList<double> Tail)
{
    /// <summary>Estimated numbers, the variance among them.</summary>
    public int Parameters => Coefficients.Count + (HasConstant ? 2 : 1);

    /// <summary>Akaike's criterion, smaller is better.</summary>
    public double Akaike => (2 * Parameters) - (2 * LogLikelihood);

    /// <summary>Bayes' criterion, smaller is better.</summary>
    public double Bayes => (Parameters * Math.Log(Observations)) - (2 * LogLikelihood);

    /// <summary>Expected values of the bars to come.</summary>
    public double[] Forecast(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var values = new List<double>(Tail);
        for (int step = 0; step < steps; step++)
        {
            double next = Constant;
            for (int lag = 1; lag <= Coefficients.Count; lag++)
            {
                next += Coefficients[lag - 1] * values[^lag];
            }

            values.Add(next);
        }

        return [.. values.Skip(Tail.Count)];
    }
}
