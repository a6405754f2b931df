using Superintel.Risk.Limits;
using static Superintel.Risk.Tests.Service.EveryCode.Provocation;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>The codes of limits, moved by a senior over REST where the defaults are out of a small trade's reach.</summary>
internal static class LimitProvocations
{
    public static IEnumerable<Provocation> All =>
    [
        Measure("asset-cvar-limit", s => s.Under(LimitCatalogue.AssetCvar, 0.0001, () => s.Approve(quantity: 900))),
        Measure("cvar-limit", s => s.Under(
            LimitCatalogue.Cvar95, 0.001, () => s.Under(LimitCatalogue.AssetExposure, 0.25, () => s.Approve(quantity: 4000)))),
        Measure("volatility-limit", s => s.Under(LimitCatalogue.PairVolatility, 0.0001, () => s.Approve(quantity: 900))),
        Measure("correlation-limit", s => s.Holding(() => s.Approve(Desk.OtherPair, 50))),
        Measure("sector-limit", s => s.Under(LimitCatalogue.SectorExposure, 0.0001, () => s.Approve())),
        Measure("asset-limit", s => s.Approve(quantity: 1100)),
        Measure("gross-limit", s => s.Under(LimitCatalogue.GrossExposure, 8_000, () => s.Approve())),
        Measure("leverage-limit", s => s.Under(
            LimitCatalogue.Leverage, 0.1, () => s.Under(LimitCatalogue.AssetExposure, 0.25, () => s.Approve(quantity: 1300)))),
        Measure("net-limit", s => s.Under(LimitCatalogue.NetExposure, 0.0005, () => s.Approve())),
        Measure("price-collar", s =>
        {
            var good = s.Proposal();
            return s.Approve(good with { Legs = [good.Legs[0] with { ReferencePrice = 60m }, good.Legs[1]] });
        }),
        Measure("order-rate", s => s.Under(LimitCatalogue.OrderRate, 1, () => AfterAnother(s))),
        Measure("order-count", s => s.Under(LimitCatalogue.OrderCount, 1, () => AfterAnother(s))),
        Measure("stress-limit", s => s.Under(LimitCatalogue.StressLoss, 0.0001, () => s.Approve())),
        Veto("restricted", async s =>
        {
            await Restrict(s, true);
            var refused = await s.Approve();
            await Restrict(s, false);
            return refused;
        }),
    ];

    private static async Task<string> AfterAnother(DeskSession session)
    {
        var first = await session.Clear();
        var refused = await session.Approve("CCC.XNYS~EEE.XNYS");
        await session.Cancel(first);
        return refused;
    }

    private static Task Restrict(DeskSession session, bool restricted) =>
        session.Senior(HttpMethod.Put, "/api/risk/restricted/BBB.XNYS", new { restricted, reason = "merger talks" });
}
