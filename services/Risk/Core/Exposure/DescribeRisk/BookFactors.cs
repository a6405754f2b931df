using System.Collections.Immutable;
using Superintel.Kernel;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>What the book's results follow.</summary>
/// <param name="HistoryDays">Daily returns that the betas were fitted on; 0 when nothing was.</param>
/// <param name="RSquared">Share of the variance of the book's results that the factors explain together; null when unknown.</param>
/// <param name="Factors">All that are set, by name.</param>
/// <param name="Assets">By instrument; empty when no factor is known.</param>
public sealed record BookFactors(
    int HistoryDays, double? RSquared, ImmutableArray<FactorRisk> Factors, ImmutableSortedDictionary<InstrumentId, AssetFactors> Assets)
{
    public static BookFactors None { get; } = new(0, null, [], ImmutableSortedDictionary<InstrumentId, AssetFactors>.Empty);
}
