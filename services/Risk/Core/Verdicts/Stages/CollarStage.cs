using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>The price that was approved must still be the market's.</summary>
public sealed class CollarStage : IStage
{
    public string Name => "price-collar";

    public void Examine(VerdictInput input, Findings findings)
    {
        foreach (var leg in input.Proposal.Legs)
        {
            if (input.Market.Last(leg.Instrument) is not { } last) continue;
            var distance = Math.Abs(NumberBridge.ToDouble(leg.ReferencePrice.Value / last.Close) - 1);
            findings.Hold(
                Name,
                leg.Instrument.ToString(),
                distance,
                input.Limits.PriceCollar,
                "fraction",
                ReasonCode.PriceCollar,
                $"{leg.Instrument} was approved at {leg.ReferencePrice.Value}, its last close is {last.Close}.");
        }
    }
}
