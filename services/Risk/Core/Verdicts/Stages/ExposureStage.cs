using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Per instrument, gross, leverage and net, with every order at work filled.</summary>
public sealed class ExposureStage : IStage
{
    public string Name => "exposure";

    public void Examine(VerdictInput input, Findings findings)
    {
        var book = input.Book;
        foreach (var leg in input.Proposal.Legs)
        {
            var share = NumberBridge.ToDouble(book.After.Asset(leg.Instrument).Worst / book.NetAssetValue);
            findings.Hold(
                Name,
                leg.Instrument.ToString(),
                share,
                input.Limits.AssetExposure,
                "fraction-of-nav",
                ReasonCode.AssetLimit,
                $"{leg.Instrument} would carry {share:P2} of net asset value.");
        }
        var exact = book.After.Gross;
        var gross = NumberBridge.ToDouble(exact);
        var (currency, most) = (input.Options.BaseCurrency, input.Limits.GrossExposure);
        findings.Hold(Name, "gross", gross, most, currency, ReasonCode.GrossLimit, $"Gross exposure would be {gross:N0}.");
        var leverage = NumberBridge.ToDouble(exact / book.NetAssetValue);
        findings.Hold(
            Name, "leverage", leverage, input.Limits.Leverage, "ratio", ReasonCode.LeverageLimit, $"Leverage would be {leverage:0.00}.");
        var net = NumberBridge.ToDouble(Math.Abs(book.After.Net) / book.NetAssetValue);
        findings.Hold(
            Name,
            "net",
            net,
            input.Limits.NetExposure,
            "fraction-of-nav",
            ReasonCode.NetLimit,
            $"Net exposure would be {net:P2} of net asset value.");
    }
}
