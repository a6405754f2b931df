namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>C = (u^-t + v^-t - 1)^(-1/t).</summary>
/// <param name="Theta">Positive.</param>
/// <remarks>Nelsen (2006), An introduction to copulas, family 4.2.1.</remarks>
public sealed record ClaytonCopula(double Theta) : ICopula
{
    public CopulaFamily Family => CopulaFamily.Clayton;

    public IReadOnlyList<double> Parameters => [Theta];

    public double KendallTau => Theta / (Theta + 2);

    public double LogDensity(double u, double v)
    {
        double logs = Math.Log(u) + Math.Log(v);
        return Math.Log(1 + Theta) - ((1 + Theta) * logs) - ((2 + (1 / Theta)) * LogSum(u, v));
    }

    public double Conditional(double u, double v) =>
        Math.Exp((-(Theta + 1) * Math.Log(v)) - ((1 + (1 / Theta)) * LogSum(u, v)));

    // ln(u^-t + v^-t - 1) without overflow: the greater power is taken out.
    private double LogSum(double u, double v)
    {
        double a = -Theta * Math.Log(u);
        double b = -Theta * Math.Log(v);
        double greatest = Math.Max(a, b);
        return greatest + Math.Log(Math.Exp(a - greatest) + Math.Exp(b - greatest) - Math.Exp(-greatest));
    }
}
