using Superintel.Kernel;

namespace Superintel.Execution.Execution.Strategies;

/// <summary>Which orders are worked in parts, by venue and asset class. Without configuration none is.</summary>
public sealed class StrategyChoice
{
    public static readonly StrategyChoice None = new([], TimeSpan.MaxValue);

    private readonly SortedDictionary<string, StrategyTerms> terms = new(StringComparer.Ordinal);

    /// <param name="options">By <c>venue/class</c>, <c>class</c> or <c>venue</c>, for example <c>binance/crypto</c>; the most exact
    /// wins.</param>
    /// <exception cref="ArgumentException">A value out of its bounds.</exception>
    public StrategyChoice(IEnumerable<KeyValuePair<string, StrategyOptions>> options, TimeSpan legPatience)
    {
        foreach (var (name, chosen) in options) terms[name.ToLowerInvariant()] = chosen.Terms(name, legPatience);
    }

    /// <returns>Null: one order at the market, at once.</returns>
    public StrategyTerms? For(string venue, AssetClass assetClass)
    {
        if (terms.Count == 0) return null;
        var (at, of) = (venue.ToLowerInvariant(), assetClass.ToString().ToLowerInvariant());
        return terms.GetValueOrDefault($"{at}/{of}") ?? terms.GetValueOrDefault(of) ?? terms.GetValueOrDefault(at);
    }
}
