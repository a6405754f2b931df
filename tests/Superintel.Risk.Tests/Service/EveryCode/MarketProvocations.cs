using static Superintel.Risk.Tests.Service.EveryCode.Provocation;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>The codes of what cannot be priced.</summary>
internal static class MarketProvocations
{
    public static IEnumerable<Provocation> All =>
    [
        Veto("unknown-instrument", s => s.Approve("AAA.XNYS~ZZZ.XNYS")),
        Veto("not-tradable", s => s.Approve("AAA.XNYS~IDX.XNYS")),
        Veto("unknown-price", s => s.Approve("AAA.XNYS~DRY.XNYS")),
        Veto("stale-price", s => s.Approve("AAA.XNYS~OLD.XNYS")),
        Veto("unknown-fx-rate", s => s.Approve("AAA.XNYS~SWI.XSWX")),
        Veto("unknown-nav", async s =>
        {
            // The rate is taken off the list while the order is at work: its fill is in francs that cannot be valued.
            await s.Francs(listed: true);
            var francs = await s.Clear("AAA.XNYS~SWI.XSWX");
            await s.Francs(listed: false);
            await s.Filled(francs);
            var refused = await s.Approve();
            await s.Francs(listed: true);
            await s.Exit(francs.PairId);
            await s.Francs(listed: false);
            return refused;
        }),
        Measure("insufficient-history", s => s.Approve("AAA.XNYS~NEW.XNYS")),
    ];
}
