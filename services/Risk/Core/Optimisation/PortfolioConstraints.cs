namespace Superintel.Risk.Optimisation;

/// <summary>What weights may be.</summary>
/// <param name="Lower">Least weight of each asset.</param>
/// <param name="Upper">Most weight of each asset.</param>
/// <param name="Sum">What the weights sum to; null: anything.</param>
public sealed record PortfolioConstraints(double[] Lower, double[] Upper, double? Sum)
{
    /// <summary>Per sector: its assets and the least and most of their weights' sum.</summary>
    public IReadOnlyList<(IReadOnlyList<int> Assets, double Least, double Most)> Sectors { get; init; } = [];

    /// <summary>Betas that must cancel out: market neutrality. Null: not asked for.</summary>
    public double[]? Neutral { get; init; }

    /// <summary>Today's weights and how much may be traded in all, both sides counted; null: no limit.</summary>
    public (double[] Today, double Most)? Turnover { get; init; }

    /// <summary>Each weight within the same bounds, summing to one.</summary>
    public static PortfolioConstraints Within(int assets, double lower, double upper, double? sum = 1) =>
        new([.. Enumerable.Repeat(lower, assets)], [.. Enumerable.Repeat(upper, assets)], sum);

    public static PortfolioConstraints LongOnly(int assets) => Within(assets, 0, 1);
}
