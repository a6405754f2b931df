using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>The restricted list: instruments that people took out of trading. What is held of them may be closed.</summary>
public sealed class RestrictedStage : IStage
{
    public string Name => "restricted";

    public void Examine(VerdictInput input, Findings findings)
    {
        foreach (var leg in input.Proposal.Legs)
        {
            if (input.Restricted.FirstOrDefault(entry => entry.Instrument == leg.Instrument) is not { } entry) continue;
            findings.Veto(ReasonCode.Restricted, $"{leg.Instrument} is restricted by {entry.By}: {entry.Reason}");
        }
    }
}
