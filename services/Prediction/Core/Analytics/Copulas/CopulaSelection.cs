using Superintel.Prediction.Analytics.Spread;

namespace Superintel.Prediction.Analytics.Copulas;

/// <summary>Copulas by maximum pseudo-likelihood.</summary>
/// <remarks>Genest, Ghoudi and Rivest (1995). Families of positive dependence only (Clayton, Gumbel, Joe) are refused where Kendall's tau
/// is not positive.</remarks>
public static class CopulaSelection
{
    private const int LeastObservations = 20;

    /// <summary>Fits one family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="u">Scores of the first series, inside (0, 1), at least 20.</param>
    /// <param name="v">Scores of the second series.</param>
    /// <exception cref="SeriesFaultException">Scores at fault (<c>not-a-probability</c>), or a family that cannot hold their dependence:
    /// <c>negative-dependence</c>.</exception>
    public static CopulaFit Fit(CopulaFamily family, ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        double tau = Demand(u, v);
        return Fits(family, tau)
            ? CopulaSearch.Run(family, u.ToArray(), v.ToArray(), tau)
            : throw SeriesFaultException.Of(
                SeriesFaultCodes.NegativeDependence, $"{family} holds positive dependence only, Kendall's tau is {tau:R}", 1);
    }

    /// <summary>Fits every family that can hold the dependence.</summary>
    /// <returns>The fits, least Akaike criterion first.</returns>
    public static IReadOnlyList<CopulaFit> FitAll(ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        double tau = Demand(u, v);
        double[] first = u.ToArray();
        double[] second = v.ToArray();
        return
        [
            .. Enum.GetValues<CopulaFamily>()
                .Where(family => Fits(family, tau))
                .Select(family => CopulaSearch.Run(family, first, second, tau))
                .OrderBy(fit => fit.Akaike)
                .ThenBy(fit => fit.Copula.Family),
        ];
    }

    private static bool Fits(CopulaFamily family, double tau) =>
        tau > 0 || family is CopulaFamily.Gaussian or CopulaFamily.StudentT or CopulaFamily.Frank;

    private static double Demand(ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        SeriesCheck.Demand(u, v, LeastObservations);
        DemandScores(u, 0);
        DemandScores(v, 1);
        double tau = Kendall.TauB(u, v);
        return Math.Abs(tau) < 1
            ? tau
            : throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "each series is a function of the other", 1);
    }

    private static void DemandScores(ReadOnlySpan<double> scores, int series)
    {
        for (int row = 0; row < scores.Length; row++)
        {
            if (!(scores[row] is > 0 and < 1))
            {
                throw SeriesFaultException.Of(SeriesFaultCodes.NotAProbability, $"row {row} is not inside (0, 1)", series, row);
            }
        }
    }
}
