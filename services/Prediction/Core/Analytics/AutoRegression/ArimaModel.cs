namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>The d-th difference of a series less its mean follows an ARMA(p, q).</summary>
/// <param name="Mean">Of the differenced series, zero when none is estimated.</param>
/// <param name="HasMean">Whether it is.</param>
/// <param name="AutoRegressive">phi, lag 1 first.</param>
/// <param name="MovingAverage">theta, lag 1 first, added (statsmodels' sign).</param>
/// <param name="Differences">d.</param>
/// <param name="Variance">Of the innovations.</param>
/// <param name="LogLikelihood">Exact and Gaussian, of the differenced series.</param>
/// <param name="Observations">Length of the differenced series.</param>
public sealed record ArimaModel(
    double Mean,
    bool HasMean,
    double[] AutoRegressive,
    double[] MovingAverage,
    int Differences,
    double Variance,
    double LogLikelihood,
    int Observations)
{
    /// <summary>Estimated numbers, the variance among them.</summary>
    public int Parameters => AutoRegressive.Length + MovingAverage.Length + (HasMean ? 2 : 1);

    /// <summary>Akaike's criterion, smaller is better.</summary>
    public double Akaike => (2 * Parameters) - (2 * LogLikelihood);

    /// <summary>Bayes' criterion, smaller is better.</summary>
    public double Bayes => (Parameters * Math.Log(Observations)) - (2 * LogLikelihood);

    /// <summary>Expected values of the bars to come and their standard errors, in the units of the series as given.</summary>
    /// <param name="series">The series that the model was fitted to, or a longer one.</param>
    /// <param name="steps">Bars ahead.</param>
    public (double[] Means, double[] Errors) Forecast(ReadOnlySpan<double> series, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        double[] centred = Array.ConvertAll(Differencing.Of(series, Differences), v => v - Mean);
        var filter = new ArmaFilter(AutoRegressive, MovingAverage);
        filter.Run(centred);
        var (means, variances) = filter.Ahead(steps, Differences);
        double[] levels = Array.ConvertAll(means, m => m + Mean);
        Differencing.Undo(series, Differences, levels);
        return (levels, Array.ConvertAll(variances, v => Math.Sqrt(Variance * v)));
    }
}
