using Superintel.Risk.Portfolio;
using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>An exit passes the limits, so it has to be one.</summary>
public sealed class ExitStage : IStage
{
    public string Name => "exit";

    public void Examine(VerdictInput input, Findings findings)
    {
        if (input.Proposal.Opens) return;
        foreach (var leg in input.Proposal.Legs)
        {
            var key = new PositionKey(input.Proposal.PairId, leg.Instrument);
            var held = input.Portfolio.Positions.GetValueOrDefault(key)?.Quantity ?? 0m;
            if (Math.Sign(held) == -Math.Sign(leg.SignedQuantity) && leg.Quantity.Value <= Math.Abs(held)) continue;
            findings.Veto(ReasonCode.NotReducing, $"{leg.Side} {leg.Quantity} {leg.Instrument} does not reduce a position of {held}.");
        }
    }
}
