namespace Superintel.Ingestion.MarketData.Trades;

/// <summary>The standard normal distribution, to seven places.</summary>
public static class NormalCurve
{
    /// <summary>Probability of a value below <paramref name="z"/>; the error is below 7.5e-8.</summary>
    /// <remarks>Abramowitz and Stegun (1964), Handbook of mathematical functions, 26.2.17.</remarks>
    public static double Below(double z)
    {
        if (z < 0) return 1 - Below(-z);
        const double farthest = 40;
        if (z > farthest) return 1;
        var t = 1 / (1 + (0.2316419 * z));
        var density = Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
        var polynomial = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return 1 - (density * polynomial);
    }
}
