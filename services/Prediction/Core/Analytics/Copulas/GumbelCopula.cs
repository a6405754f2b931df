namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>C = exp(-((-ln u)^t + (-ln v)^t)^(1/t)).</summary>
/// <param name="Theta">At least 1; 1 is independence.</param>
/// <remarks>Nelsen (2006), family 4.2.4.</remarks>
public sealed record GumbelCopula(double Theta) : ICopula
{
    public CopulaFamily Family => CopulaFamily.Gumbel;

    public IReadOnlyList<double> Parameters => [Theta];

    public double KendallTau => 1 - (1 / Theta);

    public double LogDensity(double u, double v)
    {
        var (x, y) = (-Math.Log(u), -Math.Log(v));
        var (logX, logY) = (Math.Log(x), Math.Log(y));
        double logSum = LogPowerSum(logX, logY);
        double level = Math.Exp(logSum / Theta);
        return -level + x + y + ((Theta - 1) * (logX + logY)) + (((1 / Theta) - 2) * logSum) + Math.Log(level + Theta - 1);
    }

    public double Conditional(double u, double v)
    {
        double y = -Math.Log(v);
        double logY = Math.Log(y);
        double logSum = LogPowerSum(Math.Log(-Math.Log(u)), logY);
        return Math.Exp(-Math.Exp(logSum / Theta) + y + ((Theta - 1) * logY) + (((1 / Theta) - 1) * logSum));
    }

    private double LogPowerSum(double logX, double logY)
    {
        double greatest = Theta * Math.Max(logX, logY);
        return greatest + Math.Log(Math.Exp((Theta * logX) - greatest) + Math.Exp((Theta * logY) - greatest));
    }
}
