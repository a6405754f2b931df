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
            // A fill counts whoever wanted it: francs that no bar tells the rate of cannot be valued.
            var francs = s.Proposal("AAA.XNYS~SWI.XSWX");
            await s.Fill(francs, francs.Legs[1]);
            var refused = await s.Approve();
            await s.Fill(francs, francs.Legs[1] with { Side = "buy" });
            return refused;
        }),
        Measure("insufficient-history", s => s.Approve("AAA.XNYS~NEW.XNYS")),
    ];
}
