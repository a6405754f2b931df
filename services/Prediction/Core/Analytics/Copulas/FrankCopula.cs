using MathNet.Numerics.Integration;

namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>C = -ln(1 + (e^(-t u) - 1)(e^(-t v) - 1) / (e^-t - 1)) / t.</summary>
/// <param name="Theta">Not zero; its sign is the sign of the dependence.</param>
/// <remarks>Nelsen (2006), family 4.2.5.</remarks>
public sealed record FrankCopula(double Theta) : ICopula
{
    public CopulaFamily Family => CopulaFamily.Frank;

    public IReadOnlyList<double> Parameters => [Theta];

    /// <summary>1 - 4 (1 - D(theta)) / theta with Debye's function D of order 1.</summary>
    public double KendallTau
    {
        get
        {
            double size = Math.Abs(Theta);
            double debye = GaussLegendreRule.Integrate(t => t == 0 ? 1 : t / (Math.Exp(t) * Fall(t)), 0, size, 64) / size;
            return Math.Sign(Theta) * (1 - (4 / size * (1 - debye)));
        }
    }

    public double LogDensity(double u, double v)
    {
        // Exchanging v for 1 - v changes the sign of theta, so one sign serves both and nothing overflows.
        double size = Math.Abs(Theta);
        double w = Theta < 0 ? 1 - v : v;
        return Math.Log(size * Fall(size)) - (size * (u + w)) - (2 * Math.Log(Denominator(size, u, w)));
    }

    public double Conditional(double u, double v)
    {
        double size = Math.Abs(Theta);
        double w = Theta < 0 ? 1 - v : v;
        return Math.Exp(-size * w) * Fall(size * u) / Denominator(size, u, w);
    }

    // 1 - e^-x to the last digit for small x too: the rounding of e^-x cancels against that of its logarithm (Kahan).
    private static double Fall(double exponent)
    {
        double power = Math.Exp(-exponent);
        return power is 1 or 0 ? Math.Min(exponent, 1) : (1 - power) * exponent / -Math.Log(power);
    }

    // (1 - e^-t) - (1 - e^-tu)(1 - e^-tv) without the cancellation of its ends.
    private static double Denominator(double size, double u, double v) =>
        (Math.Exp(-size * u) * Fall(size * v)) + (Math.Exp(-size * v) * Fall(size * (1 - v)));
}
