using Superintel.Risk.Breakers;
using Superintel.Risk.Service.Endpoints.Stress;
using Superintel.Risk.Stress.Chaos;

namespace Superintel.Risk.Service.Endpoints.Chaos;

/// <summary>What paths did to today's book. Fractions, but for <paramref name="NetAssetValue"/>; probabilities 0 to 1.</summary>
internal sealed record ChaosView(
    string Model,
    string Source,
    int Paths,
    int Steps,
    int Seed,
    string Currency,
    decimal NetAssetValue,
    ChaosSpread Drawdown,
    ChaosSpread Loss,
    IReadOnlyList<TierView> Tiers,
    ChaosSpread? DaysToBreaker,
    ChaosSpread? LossAfter,
    IReadOnlyList<ChaosLimit> Limits,
    IReadOnlyList<LeftOutView> LeftOut)
{
    public static ChaosView Of(ChaosReport report) => new(
        report.Request.Model.Name,
        report.Request.Model.Source,
        report.Request.Paths,
        report.Request.Steps,
        report.Request.Seed,
        report.Currency.Code,
        report.NetAssetValue,
        report.Drawdown,
        report.Loss,
        [.. report.Tiers.Select(one => new TierView(Breaker.Code(one.Tier), one.Probability))],
        report.DaysToBreaker,
        report.LossAfter,
        report.Limits,
        LeftOutView.Of(report.LeftOut));
}
