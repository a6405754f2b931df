using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>The copula of a bivariate normal distribution.</summary>
/// <param name="Correlation">In (-1, 1).</param>
public sealed record GaussianCopula(double Correlation) : ICopula
{
    public CopulaFamily Family => CopulaFamily.Gaussian;

    public IReadOnlyList<double> Parameters => [Correlation];

    public double KendallTau => 2 / Math.PI * Math.Asin(Correlation);

    public double LogDensity(double u, double v) => OfScores(Normal.Quantile(u), Normal.Quantile(v));

    public double Conditional(double u, double v)
    {
        double rest = 1 - (Correlation * Correlation);
        return Normal.Cumulative((Normal.Quantile(u) - (Correlation * Normal.Quantile(v))) / Math.Sqrt(rest));
    }

    /// <summary>ln of the density at normal scores.</summary>
    internal double OfScores(double x, double y)
    {
        double square = Correlation * Correlation;
        double rest = 1 - square;
        return (-0.5 * Math.Log(rest)) - (((square * ((x * x) + (y * y))) - (2 * Correlation * x * y)) / (2 * rest));
    }
}
