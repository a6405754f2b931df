using System.Numerics.Tensors;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Long-run variance with Bartlett weights (Newey and West 1987).</summary>
public static class BartlettVariance
{
    /// <summary>Long-run variance about zero, products divided by the number of values.</summary>
    /// <param name="values">Values with mean zero by construction (residuals).</param>
    /// <param name="lags">Autocovariances taken in, weight 1 - i/(lags + 1).</param>
    public static double Estimate(ReadOnlySpan<double> values, int lags)
    {
        double sum = TensorPrimitives.SumOfSquares(values);
        for (int i = 1; i <= lags && i < values.Length; i++)
        {
            sum += 2 * TensorPrimitives.Dot(values[i..], values[..^i]) * (1 - (i / (lags + 1.0)));
        }

        return sum / values.Length;
    }

    /// <summary>Automatic number of lags of Hobijn, Franses and Ooms (1998), as statsmodels <c>kpss(nlags="auto")</c>.</summary>
    public static int AutomaticLags(ReadOnlySpan<double> values)
    {
        int n = values.Length;
        int covariances = (int)Math.Pow(n, 2.0 / 9.0);
        double level = TensorPrimitives.SumOfSquares(values) / n;
        double slope = 0;
        for (int i = 1; i <= covariances; i++)
        {
            double product = TensorPrimitives.Dot(values[i..], values[..^i]) / (n / 2.0);
            level += product;
            slope += i * product;
        }

        double ratio = slope / level;
        double gamma = 1.1447 * Math.Pow(ratio * ratio, 1.0 / 3.0);
        return Math.Min((int)(gamma * Math.Pow(n, 1.0 / 3.0)), n - 1);
    }

    /// <summary>Schwert's rule ceil(12 (T/100)^(1/4)), at most T - 1.</summary>
    public static int SchwertLags(int observations) =>
        Math.Min((int)Math.Ceiling(12.0 * Math.Pow(observations / 100.0, 0.25)), observations - 1);
}
