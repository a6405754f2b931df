using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.UnitRoot;

/// <summary>Distribution of Dickey-Fuller and Engle-Granger t statistics.</summary>
/// <remarks>MacKinnon (1994) for p-values, MacKinnon (2010) for critical values, as statsmodels uses them.</remarks>
public static class MacKinnon
{
    /// <summary>Approximate asymptotic p-value.</summary>
    /// <param name="statistic">The t statistic.</param>
    /// <param name="trend">Deterministic terms of the (cointegrating) regression.</param>
    /// <param name="series">1 for a unit-root test, the number of series for a residual-based cointegration test, at most 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 6 series.</exception>
    public static double PValue(double statistic, DeterministicTrend trend, int series = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(series, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(series, MacKinnonSurfaces.MaximumSeries);
        int row = ((int)trend * MacKinnonSurfaces.MaximumSeries) + series - 1;
        if (statistic > MacKinnonSurfaces.Largest[row])
        {
            return 1;
        }

        if (statistic < MacKinnonSurfaces.Smallest[row])
        {
            return 0;
        }

        double z = statistic <= MacKinnonSurfaces.Switch[row]
            ? Polynomial(MacKinnonSurfaces.Left.Slice(row * 3, 3), statistic)
            : Polynomial(MacKinnonSurfaces.Right.Slice(row * 4, 4), statistic);
        return Normal.Cumulative(z);
    }

    /// <summary>Critical values for a number of observations, or null where no table exists
    /// (no constant with two or more series; above 12 series).</summary>
    /// <param name="trend">Deterministic terms.</param>
    /// <param name="series">Number of series, 1 for a unit-root test.</param>
    /// <param name="observations">Rows of the regression.</param>
    public static CriticalValues? Critical(DeterministicTrend trend, int series, int observations)
    {
        var table = trend switch
        {
            DeterministicTrend.None => MacKinnonCriticalTables.None,
            DeterministicTrend.Constant => MacKinnonCriticalTables.Constant,
            DeterministicTrend.ConstantTrend => MacKinnonCriticalTables.ConstantTrend,
            _ => MacKinnonCriticalTables.ConstantTrendSquared,
        };
        if (series < 1 || series * 12 > table.Length)
        {
            return null;
        }

        var row = table.Slice((series - 1) * 12, 12);
        double inverse = 1.0 / observations;
        return new CriticalValues(Polynomial(row[..4], inverse), Polynomial(row[4..8], inverse), Polynomial(row[8..], inverse));
    }

    private static double Polynomial(ReadOnlySpan<double> ascending, double x)
    {
        double value = 0;
        for (int i = ascending.Length - 1; i >= 0; i--)
        {
            value = (value * x) + ascending[i];
        }

        return value;
    }
}
