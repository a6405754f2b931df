using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>
/// Half Kelly and the volatility target made the size from what the signal said of its spread. Here the size is held against what the legs
/// did: the annual volatility of the trade's daily results.
/// </summary>
public sealed class SizingStage : IStage
{
    public string Name => "sizing";

    public void Examine(VerdictInput input, Findings findings)
    {
        if (!input.HasHistory) return;
        var volatility = Math.Sqrt(input.Results.TradeVariance * input.Options.TradingDaysPerYear);
        // A hedge has no spread that reverts: its size comes of marginal CVaR per cost.
        if (input.Proposal.IsHedge) findings.Note("half-kelly-not-applicable");
        else findings.Report(Name, "volatility-target", input.Limits.VolatilityTarget, null, "fraction-of-nav");
        findings.Hold(
            Name,
            "volatility",
            volatility,
            input.Limits.PairVolatility,
            "fraction-of-nav",
            ReasonCode.VolatilityLimit,
            $"On its history the trade would add {volatility:P2} of annual volatility.");
    }
}
