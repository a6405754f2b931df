using System.Buffers;

namespace Superintel.Risk.Measures.Tails;

/// <summary>What each asset adds to the historical CVaR of a portfolio.</summary>
/// <param name="Cvar">Of the portfolio.</param>
/// <param name="Marginal">Change of CVaR per unit of weight, one per asset.</param>
/// <param name="Component">Weight times marginal; they sum to the CVaR.</param>
public sealed record TailContribution(double Cvar, double[] Marginal, double[] Component)
{
    /// <summary>The mean loss of each asset over the portfolio's tail, the boundary period taken in part.</summary>
    /// <param name="weights">One per asset, any sign.</param>
    /// <param name="confidence">In (0.5, 1).</param>
    /// <remarks>Tasche (2000), Risk contributions and performance measurement: Euler's rule for expected shortfall.</remarks>
    public static TailContribution Of(ReturnPanel panel, ReadOnlySpan<double> weights, double confidence)
    {
        var (marginal, component) = (new double[panel.Assets], new double[panel.Assets]);
        return new TailContribution(Of(panel, weights, confidence, marginal, component), marginal, component);
    }

    /// <summary>The same into the caller's memory; nothing is allocated.</summary>
    /// <param name="marginal">One per asset.</param>
    /// <param name="component">One per asset.</param>
    /// <returns>CVaR of the portfolio.</returns>
    public static double Of(
        ReturnPanel panel, ReadOnlySpan<double> weights, double confidence, Span<double> marginal, Span<double> component)
    {
        var tail = TailRisk.TailLength(panel.Periods, confidence);
        var borrowed = ArrayPool<double>.Shared.Rent(2 * panel.Periods);
        var borrowedPeriods = ArrayPool<int>.Shared.Rent((int)Math.Ceiling(tail));
        try
        {
            var results = borrowed.AsSpan(0, panel.Periods);
            var periods = borrowedPeriods.AsSpan(0, (int)Math.Ceiling(tail));
            panel.Portfolio(weights, results);
            TailRisk.TailPeriods(results, borrowed.AsSpan(panel.Periods, panel.Periods), periods);
            return Euler(panel, weights, tail, periods, marginal, component);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(borrowed);
            ArrayPool<int>.Shared.Return(borrowedPeriods);
        }
    }

    /// <summary>Mean loss over the periods of a tail, worst first, the last in part.</summary>
    internal static double MeanLoss(ReadOnlySpan<double> returns, ReadOnlySpan<int> periods, double tail)
    {
        var sum = 0.0;
        for (var i = 0; i < periods.Length; i++) sum += Math.Min(1, tail - i) * returns[periods[i]];
        return -sum / tail;
    }

    private static double Euler(
        ReturnPanel panel,
        ReadOnlySpan<double> weights,
        double tail,
        ReadOnlySpan<int> periods,
        Span<double> marginal,
        Span<double> component)
    {
        var cvar = 0.0;
        for (var asset = 0; asset < panel.Assets; asset++)
        {
            marginal[asset] = MeanLoss(panel.Returns(asset), periods, tail);
            cvar += component[asset] = weights[asset] * marginal[asset];
        }

        return cvar;
    }
}
