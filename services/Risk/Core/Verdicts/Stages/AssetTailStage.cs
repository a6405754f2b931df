using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Historical expected shortfall of one day of each instrument of the trade, at the largest exposure it can come to.</summary>
public sealed class AssetTailStage : IStage
{
    private const double Confidence = 0.95;

    public string Name => "asset-cvar";

    public void Examine(VerdictInput input, Findings findings)
    {
        var book = input.Book;
        if (!input.HasHistory) return;
        foreach (var leg in input.Proposal.Legs)
        {
            var exposure = book.After.Asset(leg.Instrument);
            var worst = Math.Abs(exposure.Upper) >= Math.Abs(exposure.Lower) ? exposure.Upper : exposure.Lower;
            var cvar = input.History.Cvar(leg.Instrument, NumberBridge.ToDouble(worst / book.NetAssetValue), Confidence);
            findings.Hold(
                Name,
                leg.Instrument.ToString(),
                cvar,
                input.Limits.AssetCvar,
                "fraction-of-nav",
                ReasonCode.AssetCvarLimit,
                $"{leg.Instrument} alone would lose {cvar:P2} of net asset value on the mean of its worst 5 % of days.");
        }
    }
}
