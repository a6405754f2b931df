using Superintel.Risk.Exposure.DescribeRisk;

namespace Superintel.Risk.Service.Endpoints.Measures;

/// <summary>What the book's results follow, of the factors that the settings name.</summary>
/// <param name="HistoryDays">Daily returns that the betas were fitted on; 0 when nothing was.</param>
/// <param name="RSquared">Share of the variance of the book's results that the factors explain together; null when unknown.</param>
public sealed record FactorsView(int HistoryDays, double? RSquared, IReadOnlyList<FactorView> Factors)
{
    public static FactorsView Of(BookFactors book) => new(
        book.HistoryDays,
        book.RSquared,
        [.. book.Factors.Select(one => new FactorView(one.Name, one.Instrument.ToString(), one.Beta, one.Code))]);
}
