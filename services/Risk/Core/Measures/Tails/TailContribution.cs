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
        var results = panel.Portfolio(weights);
        var order = Enumerable.Range(0, results.Length).ToArray();
        Array.Sort([.. results], order);
        var tail = Math.Round((1 - confidence) * results.Length, 9);
        var marginal = new double[panel.Assets];
        for (var asset = 0; asset < marginal.Length; asset++)
        {
            var returns = panel.Returns(asset);
            var sum = 0.0;
            for (var i = 0; i < tail; i++) sum += Math.Min(1, tail - i) * returns[order[i]];
            marginal[asset] = -sum / tail;
        }
        var component = new double[marginal.Length];
        var cvar = 0.0;
        for (var i = 0; i < component.Length; i++) cvar += component[i] = weights[i] * marginal[i];
        return new TailContribution(cvar, marginal, component);
    }
}
