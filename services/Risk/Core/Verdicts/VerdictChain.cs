using System.Collections.Immutable;
using Superintel.Risk.Reasons;
using Superintel.Risk.Trades;
using Superintel.Risk.Verdicts.Stages;

namespace Superintel.Risk.Verdicts;

/// <summary>
/// The pre-trade chain. First what may be judged at all, then what can be priced, then the limits; each group runs only when the one
/// before let the trade pass, since the numbers of a later one are made of what an earlier one found. Within a group every stage speaks.
/// </summary>
public static class VerdictChain
{
    private static readonly IStage[] permission = [new TradingStateStage(), new ProposalStage(), new ExitStage()];
    private static readonly IStage[] market = [new MarketStage(), new NetAssetValueStage()];
    private static readonly IStage[] limits =
        [new CollarStage(), new ExposureStage(), new CvarStage(), new CorrelationStage(), new OrderRateStage()];

    /// <summary>The stages in order.</summary>
    public static ImmutableArray<IStage> Stages { get; } = [.. permission, .. market, .. limits];

    public static RiskVerdict Decide(VerdictInput input)
    {
        var findings = new Findings();
        foreach (var group in new[] { permission, market, limits })
        {
            foreach (var stage in group) stage.Examine(input, findings);
            // An exit is judged by permission alone: no limit may keep anyone in a position.
            if (findings.Stops || !input.Proposal.Opens) break;
        }
        return new RiskVerdict(
            input.Proposal.Decision, input.Proposal.PairId, input.Proposal.Intent, findings.Reasons, findings.Measures, input.Now);
    }
}
