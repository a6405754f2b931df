namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>C = 1 - (a + b - a b)^(1/t), a = (1 - u)^t, b = (1 - v)^t.</summary>
/// <param name="Theta">At least 1; 1 is independence.</param>
/// <remarks>Nelsen (2006), family 4.2.6.</remarks>
public sealed record JoeCopula(double Theta) : ICopula
{
    public CopulaFamily Family => CopulaFamily.Joe;

    public IReadOnlyList<double> Parameters => [Theta];

    /// <summary>1 - 4 times the sum of 1 / (k (t k + 2)(t (k - 1) + 2)), its tail by the integral.</summary>
    public double KendallTau
    {
        get
        {
            double sum = 0;
            const int terms = 4000;
            for (int k = terms; k >= 1; k--)
            {
                sum += 1 / (k * ((Theta * k) + 2) * ((Theta * (k - 1)) + 2));
            }

            return 1 - (4 * (sum + (1 / (2 * Theta * Theta * terms * (double)terms))));
        }
    }

    public double LogDensity(double u, double v)
    {
        var (a, b, sum) = Powers(u, v);
        double rest = Math.Log(1 - u) + Math.Log(1 - v);
        return ((1 / Theta) - 2 == 0 ? 0 : ((1 / Theta) - 2) * Math.Log(sum)) + ((Theta - 1) * rest) + Math.Log(Theta - 1 + sum);
    }

    public double Conditional(double u, double v)
    {
        var (a, _, sum) = Powers(u, v);
        return Math.Exp((((1 / Theta) - 1) * Math.Log(sum)) + ((Theta - 1) * Math.Log(1 - v))) * (1 - a);
    }

    private (double A, double B, double Sum) Powers(double u, double v)
    {
        double a = Math.Pow(1 - u, Theta);
        double b = Math.Pow(1 - v, Theta);
        return (a, b, a + b - (a * b));
    }
}
