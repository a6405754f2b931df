using Superintel.Risk.Hedging;
using Superintel.Risk.Service.Endpoints.Stress;
using Superintel.Risk.Stress;

namespace Superintel.Risk.Service.Endpoints.Hedges;

/// <summary>GET /api/risk/hedges: most relief per cost first; each is sized as if it were the only one.</summary>
/// <param name="AdvisedAt">On the fleet's clock: advice lapses with the age that a proposal may have.</param>
/// <param name="Cvar95">Of the book with what others hold in its accounts, one day, fraction of net asset value.</param>
/// <param name="LeftOut">Positions in the desk's accounts that count in no number here.</param>
internal sealed record HedgesView(
    DateTimeOffset AdvisedAt, string Currency, decimal NetAssetValue, double Cvar95, HedgeTerms Terms, IReadOnlyList<HedgeView> Hedges,
    IReadOnlyList<LeftOutView> LeftOut)
{
    public static HedgesView Of(HedgeReport report, IEnumerable<LeftOut> leftOut, DateTimeOffset at) => new(
        at, report.Currency.Code, report.NetAssetValue, report.Cvar, report.Terms, [.. report.Advice.Select(HedgeView.Of)],
        LeftOutView.Of(leftOut));
}
