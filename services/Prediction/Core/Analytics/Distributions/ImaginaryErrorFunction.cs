namespace Superintel.Prediction.Analytics.Distributions;

/// <summary>erfi(x) = 2/sqrt(pi) times the integral of exp(t^2) from 0 to x.</summary>
public static class ImaginaryErrorFunction
{
    /// <summary>erfi at x, |x| at most 26 (beyond it overflows).</summary>
    /// <remarks>The power series has terms of one sign, so it loses no digits.</remarks>
    public static double Value(double x)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(x), 26);
        double square = x * x;
        double term = x;
        double sum = x;
        for (int k = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum) && k < 4000; k++)
        {
            term *= square / k;
            sum += term / ((2 * k) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }
}
