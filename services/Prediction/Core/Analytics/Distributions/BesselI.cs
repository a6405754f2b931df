using MathNet.Numerics;

namespace Superintel.Prediction.Analytics.Distributions;

/// <summary>The modified Bessel function of the first kind of real order.</summary>
public static class BesselI
{
    // Where the order and the argument together exceed this, ten terms of the uniform expansion reach the last digits.
    private const double Far = 25;
    private const int Terms = 12;

    // u(k) of Debye's expansion as polynomials of t squared, t^k taken out: u(k + 1) = t^2 (1 - t^2) u(k)' / 2 + (integral of
    // (1 - 5 s^2) u(k)(s) from 0 to t) / 8.
    private static readonly double[][] Debye = Polynomials();

    /// <summary>ln I(order, x) - x, for an order above -1 and x above 0.</summary>
    /// <remarks>Abramowitz and Stegun (1964), 9.6.10 and 9.7.7.</remarks>
    public static double LogScaled(double order, double x)
    {
        double radius = Math.Sqrt((order * order) + (x * x));
        return radius > Far ? Uniform(order, x, radius) : Series(order, x);
    }

    private static double Series(double order, double x)
    {
        double quarter = 0.25 * x * x;
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 500 && term > 1e-17 * sum; k++)
        {
            term *= quarter / (k * (k + order));
            sum += term;
        }

        return (order * Math.Log(0.5 * x)) - SpecialFunctions.GammaLn(order + 1) + Math.Log(sum) - x;
    }

    private static double Uniform(double order, double x, double radius)
    {
        // sqrt(order^2 + x^2) - x by its conjugate: the two are nearly equal where x is great.
        double exponent = (order * order / (radius + x)) + (order * Math.Log(x / (order + radius)));
        double inverse = 1 / radius;
        double square = order * inverse * order * inverse;
        double power = 1;
        double sum = 1;
        for (int k = 1; k <= Terms; k++)
        {
            power *= inverse;
            double polynomial = 0;
            for (int j = k; j >= 0; j--)
            {
                polynomial = (polynomial * square) + Debye[k][j];
            }

            sum += polynomial * power;
        }

        return exponent - (0.5 * Math.Log(2 * Math.PI * radius)) + Math.Log(sum);
    }

    private static double[][] Polynomials()
    {
        double[][] u = new double[Terms + 1][];
        u[0] = [1];
        for (int k = 0; k < Terms; k++)
        {
            // Coefficient j of u(k) belongs to t^(k + 2j); one order more has t^(k + 1 + 2j).
            u[k + 1] = new double[k + 2];
            for (int j = 0; j <= k; j++)
            {
                double degree = k + (2 * j);
                u[k + 1][j] += u[k][j] * ((0.5 * degree) + (0.125 / (degree + 1)));
                u[k + 1][j + 1] -= u[k][j] * ((0.5 * degree) + (0.625 / (degree + 3)));
            }
        }

        return u;
    }
}
