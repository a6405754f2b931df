using Superintel.Contracts.Events.V1;
using Superintel.Risk.Limits;
using static Superintel.Risk.Tests.Service.EveryCode.Provocation;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>The codes of sizing: a signal comes to Approval, which asks Risk and ends the decision with Risk's word.</summary>
internal static class SizingProvocations
{
    public static IEnumerable<Provocation> All =>
    [
        Refusal("slice-open", async s =>
        {
            await s.NextDay(executed: false);
            var refused = await Ask(s, Open(s));
            await s.Executed();
            return refused;
        }),
        MeasureRefusal("invalid-signal", s => Ask(s, Open(s) with { HedgeRatio = 0 })),
        MeasureRefusal("no-edge", s => Ask(s, Open(s) with { ZScore = 0 })),
        MeasureRefusal("below-one-lot", s => Ask(s, Open(s, "AAA.XNYS~LOT.XNYS"))),
        MeasureRefusal("below-minimum", s => s.Under(LimitCatalogue.AssetExposure, 0.001, () => Ask(s, Open(s)))),
        Refusal("no-position", s => Ask(s, Open(s) with { Intent = "close", Direction = 0 })),
    ];

    private static async Task<string> Ask(DeskSession session, SignalGenerated signal)
    {
        await session.Desk.TellApproval(signal);
        return signal.DecisionId;
    }

    private static SignalGenerated Open(DeskSession session, string pair = Desk.Pair) => new(
        session.NewDecision(), pair, pair.Split('~')[0], pair.Split('~')[1], "1d", session.Now, "open", 0.8, 0.7, 1, 0, 0.02, -2.2, 0.01,
        12, 12, 50m, 40m, "pair-spread/1", "f1", "run-1", "Buy the spread.", []);
}
