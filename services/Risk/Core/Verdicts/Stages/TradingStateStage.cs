using Superintel.Kernel;
using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>The kill switch.</summary>
public sealed class TradingStateStage : IStage
{
    public string Name => "trading-state";

    public void Examine(VerdictInput input, Findings findings)
    {
        if (input.State == TradingState.ReduceOnly && input.Proposal.Opens)
            findings.Veto(ReasonCode.ReduceOnly, "Only exits are let through.");
        else if (input.State is not (TradingState.Active or TradingState.ReduceOnly))
            findings.Veto(ReasonCode.TradingHalted, "Trading is halted.");
    }
}
