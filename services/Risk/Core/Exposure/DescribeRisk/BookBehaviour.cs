using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Volatility;
using Superintel.Risk.Measures;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>How the book as it is today would have moved, and is expected to move tomorrow.</summary>
/// <param name="EwmaVolatility">Annual, of the next day, exponentially weighted; null when the results never varied. So are the others, and
/// where a model has too few days or does not settle.</param>
/// <param name="GarchVolatility">The same by GARCH(1,1).</param>
/// <param name="HarVolatility">The same by a heterogeneous autoregression of squared results on their day, week and month.</param>
/// <param name="MaximumDrawdown">Largest fall from a peak over the history, fraction of net asset value.</param>
public sealed record BookBehaviour(double? EwmaVolatility, double? GarchVolatility, double? HarVolatility, double MaximumDrawdown)
{
    /// <param name="results">Daily, fractions of net asset value, oldest first.</param>
    /// <param name="daysPerYear">Of trading.</param>
    public static BookBehaviour Of(double[] results, double daysPerYear)
    {
        var (memory, mean) = (new double[results.Length], results.Average());
        double[] shocks = [.. results.Select(result => result - mean)];
        double[] squares = [.. shocks.Select(shock => shock * shock)];
        return new BookBehaviour(
            Annual(() => ExponentialVariance.Filter(shocks, memory)),
            Annual(() => new GarchWorkspace().FitAndFilter(results, memory).Next),
            Annual(() => HeterogeneousAutoregression.Fit(squares).Next),
            Drawdowns.Of(results).Maximum);

        double? Annual(Func<double> variance)
        {
            try
            {
                return variance() is > 0 and var next ? Math.Sqrt(next * daysPerYear) : null;
            }
            catch (SeriesFaultException)
            {
                // These days do not carry the model: its volatility is unknown, as its documentation says.
                return null;
            }
        }
    }
}
