using Superintel.Risk.Hedging;

namespace Superintel.Risk.Service.Endpoints.Hedges;

/// <summary>GET /api/risk/hedges: most relief per cost first; each is sized as if it were the only one.</summary>
/// <param name="AdvisedAt">On the fleet's clock: advice lapses with the age that a proposal may have.</param>
/// <param name="Cvar95">Of the book, one day, fraction of net asset value.</param>
internal sealed record HedgesView(
    DateTimeOffset AdvisedAt, string Currency, decimal NetAssetValue, double Cvar95, HedgeTerms Terms, IReadOnlyList<HedgeView> Hedges)
{
    public static HedgesView Of(HedgeReport report, DateTimeOffset at) => new(
        at, report.Currency.Code, report.NetAssetValue, report.Cvar, report.Terms, [.. report.Advice.Select(HedgeView.Of)]);
}
