using Superintel.Prediction.Analytics.Distributions;
using Superintel.Prediction.Analytics.Optimisation;

namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>Exact maximum likelihood of a Cox-Ingersoll-Ross process observed at equal steps.</summary>
/// <remarks>Cox, Ingersoll and Ross (1985): the transition is a non-central chi-squared distribution. The search begins at least squares
/// of the change on the level, both over the level's square root.</remarks>
public static class CoxIngersollRoss
{
    /// <summary>Fits the process.</summary>
    /// <param name="path">Positive values, oldest first, at least 10.</param>
    /// <param name="step">Time between observations; 1 gives parameters per bar.</param>
    /// <exception cref="SeriesFaultException">The path is at fault, does not revert (<c>not-mean-reverting</c>), or the search does not
    /// settle (<c>not-converged</c>).</exception>
    public static CoxIngersollRossProcess Fit(ReadOnlySpan<double> path, double step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        SeriesCheck.Demand(path, 10);
        SeriesCheck.DemandPositive(path, 0);
        double scale = 0;
        foreach (double value in path)
        {
            scale += value / path.Length;
        }

        double[] scaled = Array.ConvertAll(path.ToArray(), v => v / scale);
        double[] start = Start(scaled);
        var found = LikelihoodSearch.Find(point => Negative(scaled, point), [start], "Cox-Ingersoll-Ross process");
        var (theta, mu, sigma) = Natural(found.Point);
        if (theta < 1e-8)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.NotMeanReverting, "the speed of reversion vanishes");
        }

        return new CoxIngersollRossProcess(
            theta / step,
            mu * scale,
            sigma * Math.Sqrt(scale / step),
            -found.Value - ((path.Length - 1) * Math.Log(scale)));
    }

    /// <summary>Negative log likelihood per unit step; the time unit is one observation.</summary>
    private static double Negative(double[] path, ReadOnlySpan<double> point)
    {
        var (theta, mu, sigma) = Natural(point);
        double square = sigma * sigma;
        double decay = Math.Exp(-theta);
        double c = 2 * theta / ((1 - decay) * square);
        double order = (2 * theta * mu / square) - 1;
        double sum = 0;
        for (int t = 1; t < path.Length; t++)
        {
            double u = c * path[t - 1] * decay;
            double v = c * path[t];

            // ln I of the argument less the argument: u + v - 2 sqrt(uv) is a square, and no digit is lost to it.
            double gap = Math.Sqrt(u) - Math.Sqrt(v);
            sum += Math.Log(c) - (gap * gap) + (0.5 * order * Math.Log(v / u)) + BesselI.LogScaled(order, 2 * Math.Sqrt(u * v));
        }

        return double.IsFinite(sum) ? -sum : double.PositiveInfinity;
    }

    private static (double Theta, double Mu, double Sigma) Natural(ReadOnlySpan<double> point) =>
        (Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]));

    // dX / sqrt X = theta mu / sqrt X - theta sqrt X + sigma e: two regressors, no constant.
    private static double[] Start(double[] path)
    {
        double levels = 0;
        double inverses = 0;
        double changes = 0;
        double relative = 0;
        int rows = path.Length - 1;
        for (int t = 1; t < path.Length; t++)
        {
            double change = path[t] - path[t - 1];
            levels += path[t - 1];
            inverses += 1 / path[t - 1];
            changes += change;
            relative += change / path[t - 1];
        }

        double determinant = (levels * inverses) - ((double)rows * rows);
        double drift = ((levels * relative) - (rows * changes)) / determinant;
        double theta = ((rows * relative) - (inverses * changes)) / determinant;
        theta = theta is > 1e-3 and < 5 ? theta : 0.1;
        double mu = drift / theta is > 0.1 and < 10 ? drift / theta : 1;
        double squares = 0;
        for (int t = 1; t < path.Length; t++)
        {
            double rest = path[t] - path[t - 1] - (theta * (mu - path[t - 1]));
            squares += rest * rest / path[t - 1];
        }

        return [Math.Log(theta), Math.Log(mu), 0.5 * Math.Log(squares / rows)];
    }
}
