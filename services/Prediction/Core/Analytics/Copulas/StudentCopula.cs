using MathNet.Numerics;
using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>The copula of a bivariate Student's t distribution.</summary>
/// <param name="Correlation">In (-1, 1).</param>
/// <param name="Freedom">Degrees of freedom, positive; the fewer, the heavier both tails.</param>
public sealed record StudentCopula(double Correlation, double Freedom) : ICopula
{
    public CopulaFamily Family => CopulaFamily.StudentT;

    public IReadOnlyList<double> Parameters => [Correlation, Freedom];

    public double KendallTau => 2 / Math.PI * Math.Asin(Correlation);

    public double LogDensity(double u, double v) => OfScores(Student.Quantile(u, Freedom), Student.Quantile(v, Freedom));

    public double Conditional(double u, double v)
    {
        double x = Student.Quantile(u, Freedom);
        double y = Student.Quantile(v, Freedom);
        double rest = 1 - (Correlation * Correlation);
        double scale = Math.Sqrt((Freedom + (y * y)) * rest / (Freedom + 1));
        return Student.Cumulative((x - (Correlation * y)) / scale, Freedom + 1);
    }

    /// <summary>ln of the density at t scores.</summary>
    internal double OfScores(double x, double y)
    {
        double half = 0.5 * Freedom;
        double rest = 1 - (Correlation * Correlation);
        double constant = SpecialFunctions.GammaLn(half + 1) + SpecialFunctions.GammaLn(half) - (2 * SpecialFunctions.GammaLn(half + 0.5));
        double distance = ((x * x) + (y * y) - (2 * Correlation * x * y)) / (Freedom * rest);
        double margins = Math.Log(1 + (x * x / Freedom)) + Math.Log(1 + (y * y / Freedom));
        return constant - (0.5 * Math.Log(rest)) - ((half + 1) * Math.Log(1 + distance)) + ((half + 0.5) * margins);
    }
}
