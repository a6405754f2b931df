using Superintel.Prediction.Analytics.Distributions;
using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>The maximum of a copula's likelihood over its parameters.</summary>
internal static class CopulaSearch
{
    private const double GreatestTau = 0.99;

    public static CopulaFit Run(CopulaFamily family, double[] u, double[] v, double tau) => family switch
    {
        CopulaFamily.Gaussian => Gaussian(u, v),
        CopulaFamily.StudentT => StudentT(u, v, tau),
        CopulaFamily.Clayton => OneParameter(t => new ClaytonCopula(t), u, v, 1e-4, 2 * GreatestTau / (1 - GreatestTau)),
        CopulaFamily.Gumbel => OneParameter(t => new GumbelCopula(t), u, v, 1 + 1e-6, 1 / (1 - GreatestTau)),
        CopulaFamily.Joe => OneParameter(t => new JoeCopula(t), u, v, 1 + 1e-6, 2 / (1 - GreatestTau)),
        _ => tau >= 0 ? OneParameter(t => new FrankCopula(t), u, v, 1e-4, 200) : OneParameter(t => new FrankCopula(t), u, v, -200, -1e-4),
    };

    private static CopulaFit OneParameter(Func<double, ICopula> make, double[] u, double[] v, double low, double high)
    {
        // On a logarithmic scale a weak and a strong dependence are equally near.
        double sign = Math.Sign(low);
        double shift = low > 0.5 ? 1 : 0;
        double from = Math.Log(Math.Min(Math.Abs(low), Math.Abs(high)) - shift);
        double to = Math.Log(Math.Max(Math.Abs(low), Math.Abs(high)) - shift);
        var (point, value) = LineMinimum.Find(x => -Sum(make(Parameter(x)), u, v), from, to);
        return new CopulaFit(make(Parameter(point)), -value, u.Length);

        double Parameter(double coordinate) => sign * (shift + Math.Exp(coordinate));
    }

    private static double Sum(ICopula copula, double[] u, double[] v)
    {
        double sum = 0;
        for (int i = 0; i < u.Length; i++)
        {
            sum += copula.LogDensity(u[i], v[i]);
        }

        return sum;
    }

    private static CopulaFit Gaussian(double[] u, double[] v)
    {
        double[] x = Array.ConvertAll(u, Normal.Quantile);
        double[] y = Array.ConvertAll(v, Normal.Quantile);
        var (point, value) = LineMinimum.Find(z => Negative(new GaussianCopula(Math.Tanh(z)), x, y), -5, 5);
        return new CopulaFit(new GaussianCopula(Math.Tanh(point)), -value, u.Length);
    }

    private static double Negative(GaussianCopula copula, double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += copula.OfScores(x[i], y[i]);
        }

        return -sum;
    }

    // Scores depend on the degrees of freedom only: found once per trial of them, from those of the trial before.
    private static CopulaFit StudentT(double[] u, double[] v, double tau)
    {
        var scores = new StudentScores(u, v);
        double[] x = new double[u.Length];
        double[] y = new double[v.Length];
        double centre = Math.Atanh(Math.Sin(0.5 * Math.PI * tau));
        var best = (Value: double.PositiveInfinity, Copula: new StudentCopula(0, 8));
        LineMinimum.Find(
            logFreedom =>
            {
                double freedom = Math.Exp(logFreedom);
                scores.Fill(freedom, x, y);
                var (z, value) = LineMinimum.Find(t => Negative(new StudentCopula(Math.Tanh(t), freedom), x, y), centre - 2, centre + 2);
                best = value < best.Value ? (value, new StudentCopula(Math.Tanh(z), freedom)) : best;
                return value;
            },
            Math.Log(0.5),
            Math.Log(200),
            1e-8);
        return new CopulaFit(best.Copula, -best.Value, u.Length);
    }

    private static double Negative(StudentCopula copula, double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += copula.OfScores(x[i], y[i]);
        }

        return -sum;
    }
}
