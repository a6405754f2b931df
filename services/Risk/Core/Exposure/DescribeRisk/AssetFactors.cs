using System.Collections.Immutable;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>How one instrument follows the factors.</summary>
/// <param name="Betas">Of its own returns, by the factor's name; empty when no factor is known.</param>
/// <param name="RSquared">Share of their variance that the factors explain; null when unknown or when they never varied.</param>
public sealed record AssetFactors(ImmutableSortedDictionary<string, double> Betas, double? RSquared)
{
    public static AssetFactors Unknown { get; } = new(ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal), null);
}
