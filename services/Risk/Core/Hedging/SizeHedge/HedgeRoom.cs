using Superintel.Kernel;
using Superintel.Risk.Exposure;
using Superintel.Risk.Limits;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Hedging.SizeHedge;

/// <summary>How much of a hedge the exposure limits leave: the same limits that the pre-trade chain will hold it against.</summary>
internal static class HedgeRoom
{
    /// <returns>Value in the base currency, zero and above.</returns>
    public static decimal Of(BookExposure book, RiskLimits limits, decimal netAssetValue, InstrumentId instrument, Side side)
    {
        var asset = book.Asset(instrument).Room(side, NumberBridge.ToDecimal(limits.AssetExposure) * netAssetValue);
        var ceiling = Math.Min(NumberBridge.ToDecimal(limits.GrossExposure), NumberBridge.ToDecimal(limits.Leverage) * netAssetValue);
        var net = (NumberBridge.ToDecimal(limits.NetExposure) * netAssetValue) - (side.Sign() * book.Net);
        return Math.Max(0m, Math.Min(asset, Math.Min(ceiling - book.Gross, net)));
    }
}
