using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>An open breaker takes no entries, whatever the kill switch says.</summary>
public sealed class BreakerStage : IStage
{
    public string Name => "breakers";

    public void Examine(VerdictInput input, Findings findings)
    {
        if (!input.Proposal.Opens) return;
        foreach (var breaker in input.Breakers)
        {
            findings.Report(Name, breaker.Name, breaker.Value, breaker.Limit, breaker.Kind.Unit);
            findings.Veto(ReasonCode.BreakerOpen, $"{breaker.Name} is open: {breaker.Reason}", breaker.Value, breaker.Limit);
        }
    }
}
