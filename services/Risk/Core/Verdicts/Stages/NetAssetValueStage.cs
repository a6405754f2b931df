using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Every limit is a share of net asset value: without one nothing can be cleared.</summary>
public sealed class NetAssetValueStage : IStage
{
    public string Name => "net-asset-value";

    public void Examine(VerdictInput input, Findings findings)
    {
        var valuation = input.Valuation;
        if (valuation.Value is not { } value)
        {
            findings.Veto(ReasonCode.UnknownNetAssetValue, $"Not priced: {string.Join(", ", valuation.Unknown)}.");
            return;
        }
        findings.Report(Name, "net-asset-value", NumberBridge.ToDouble(value.NetAssetValue), null, input.Options.BaseCurrency);
        if (value.NetAssetValue <= 0m) findings.Veto(ReasonCode.UnknownNetAssetValue, $"Net asset value is {value.NetAssetValue}.");
        if (input.Before is null)
            findings.Veto(ReasonCode.UnknownPrice, "An order at work cannot be priced.");
    }
}
