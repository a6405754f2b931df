using System.Buffers;
using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.Diagnostics;

/// <summary>Test of no autocorrelation up to a lag.</summary>
/// <remarks>Ljung and Box (1978): T (T + 2) times the sum of r(k)^2 / (T - k), chi-squared with that many degrees of freedom.</remarks>
public static class LjungBox
{
    /// <summary>Statistic and p-value at one lag.</summary>
    /// <param name="values">Returns or residuals, oldest first.</param>
    /// <param name="lags">Autocorrelations taken in, 1 to T - 1.</param>
    /// <param name="fittedParameters">Degrees of freedom used by a model fitted before, below <paramref name="lags"/>.</param>
    /// <exception cref="SeriesFaultException">The series is at fault or the lag out of range.</exception>
    public static (double Statistic, double PValue) Test(ReadOnlySpan<double> values, int lags, int fittedParameters = 0)
    {
        SeriesCheck.Demand(values, 3);
        if (lags < 1 || lags >= values.Length || fittedParameters < 0 || fittedParameters >= lags)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, $"lag {lags} is outside 1 to {values.Length - 1}");
        }

        int n = values.Length;
        double[] rented = ArrayPool<double>.Shared.Rent(n);
        try
        {
            var centred = rented.AsSpan(0, n);
            TensorPrimitives.Subtract(values, TensorPrimitives.Sum(values) / n, centred);
            double variance = TensorPrimitives.SumOfSquares<double>(centred);
            double sum = 0;
            for (int k = 1; k <= lags; k++)
            {
                double r = TensorPrimitives.Dot<double>(centred[k..], centred[..^k]) / variance;
                sum += r * r / (n - k);
            }

            double statistic = n * (n + 2.0) * sum;
            return (statistic, ChiSquared.Survival(statistic, lags - fittedParameters));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
