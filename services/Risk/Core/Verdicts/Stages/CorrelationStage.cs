using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Correlation of the trade's daily result with that of each pair held or at work, at today's sizes and sides.</summary>
public sealed class CorrelationStage : IStage
{
    public string Name => "correlation";

    public void Examine(VerdictInput input, Findings findings)
    {
        // Too short a history is vetoed by the cvar stage; here it only means that there is nothing to correlate.
        if (!input.HasHistory) return;
        var limit = input.Limits.Correlation;
        foreach (var (pairId, correlation) in input.Results.Correlations)
        {
            findings.Report(Name, pairId, correlation, limit, "correlation");
            if (correlation <= limit) continue;
            findings.Veto(ReasonCode.CorrelationLimit, $"The trade moves with {pairId}: {correlation:0.00}.", correlation, limit);
        }
    }
}
