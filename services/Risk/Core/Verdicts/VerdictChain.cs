using System.Collections.Immutable;
using Superintel.Risk.Verdicts.Stages;

namespace Superintel.Risk.Verdicts;

/// <summary>
/// The pre-trade chain. First the books and what may be judged at all, then what can be priced, then the limits; each group runs only when
/// the one before let the trade pass, since the numbers of a later one are made of what an earlier one found. Within a group every stage
/// speaks.
/// </summary>
public static class VerdictChain
{
    private static readonly IStage[] permission =
        [new MicrostructureStage(), new TradingStateStage(), new BreakerStage(), new ProposalStage(), new ExitStage()];

    private static readonly IStage[] market = [new MarketStage(), new NetAssetValueStage()];

    private static readonly IStage[] limits =
    [
        new AssetTailStage(), new CvarStage(), new SizingStage(), new CorrelationStage(), new SectorStage(), new ExposureStage(),
        new CollarStage(), new OrderRateStage(), new RestrictedStage(), new StressStage(),
    ];

    private static readonly IStage[][] groups = [permission, market, limits];

    /// <summary>The stages in order.</summary>
    public static ImmutableArray<IStage> Stages { get; } = [.. permission, .. market, .. limits];

    public static RiskVerdict Decide(VerdictInput input)
    {
        var findings = new Findings();
        var over = false;
        foreach (var group in groups)
        {
            foreach (var stage in group)
            {
                if (over) findings.Skip(stage);
                else findings.Run(stage, input);
            }

            // An exit is judged by permission alone: no limit may keep anyone in a position.
            over = over || findings.Stops || !input.Proposal.Opens;
        }

        var proposal = input.Proposal;
        return new RiskVerdict(
            proposal.Decision, proposal.PairId, proposal.Intent, findings.Reasons, findings.Measures, input.Now)
        {
            Stages = findings.Stages,
        };
    }
}
