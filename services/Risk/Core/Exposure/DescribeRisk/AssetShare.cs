using Superintel.Risk.Measures.Tails;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>What one instrument is to the book's risk.</summary>
/// <param name="ComponentCvar95">Its part of the book's CVaR, fraction of net asset value; the parts sum to it.</param>
/// <param name="MarginalCvar95">Change of the book's CVaR per net asset value more of the instrument.</param>
/// <param name="Beta">Slope of its returns on the book's results; null when those never varied. So is the correlation.</param>
/// <param name="Correlation">Of its returns with the book's results.</param>
public sealed record AssetShare(double ComponentCvar95, double MarginalCvar95, double? Beta, double? Correlation)
{
    /// <param name="returns">Of the instrument.</param>
    /// <param name="weight">Signed exposure, fraction of net asset value.</param>
    /// <param name="results">Of the book, on the same days.</param>
    /// <param name="tail">Its worst days.</param>
    public static AssetShare Of(ReadOnlySpan<double> returns, double weight, ReadOnlySpan<double> results, BookTail tail)
    {
        var (marginal, correlation) = (tail.MeanLoss(returns), Measures.Correlation.Pearson(returns, results));
        return new AssetShare(weight * marginal, marginal, Slope(returns, results), double.IsNaN(correlation) ? null : correlation);
    }

    private static double? Slope(ReadOnlySpan<double> returns, ReadOnlySpan<double> results)
    {
        var (left, right, both, square) = (0.0, 0.0, 0.0, 0.0);
        for (var t = 0; t < results.Length; t++)
        {
            left += returns[t] / results.Length;
            right += results[t] / results.Length;
        }

        for (var t = 0; t < results.Length; t++)
        {
            both += (returns[t] - left) * (results[t] - right);
            square += (results[t] - right) * (results[t] - right);
        }

        return square > 0 ? both / square : null;
    }
}
