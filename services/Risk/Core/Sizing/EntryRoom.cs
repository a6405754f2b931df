using Superintel.Kernel;
using Superintel.Risk.Exposure;
using Superintel.Risk.Limits;

namespace Superintel.Risk.Sizing;

/// <summary>How much notional of leg A the exposure limits leave, base currency.</summary>
/// <param name="Asset">By the share of net asset value that one instrument may carry, the tighter of both legs.</param>
/// <param name="Book">By gross exposure, leverage and net exposure.</param>
public readonly record struct EntryRoom(decimal Asset, decimal Book)
{
    /// <param name="hedge">Absolute notional of B per notional of A, above zero.</param>
    public static EntryRoom Of(
        BookExposure book,
        RiskLimits limits,
        decimal netAssetValue,
        decimal hedge,
        (InstrumentId Id, Side Side) a,
        (InstrumentId Id, Side Side) b)
    {
        var cap = NumberBridge.ToDecimal(limits.AssetExposure) * netAssetValue;
        var asset = Math.Min(book.Asset(a.Id).Room(a.Side, cap), book.Asset(b.Id).Room(b.Side, cap) / hedge);
        var ceiling = Math.Min(NumberBridge.ToDecimal(limits.GrossExposure), NumberBridge.ToDecimal(limits.Leverage) * netAssetValue);
        var gross = (ceiling - book.Gross) / (1m + hedge);
        var netPerA = Math.Abs(a.Side.Sign() + b.Side.Sign() * hedge);
        var net = NumberBridge.ToDecimal(limits.NetExposure) * netAssetValue - Math.Abs(book.Net);
        var bookRoom = netPerA > 0m ? Math.Min(gross, net / netPerA) : gross;
        return new EntryRoom(Math.Max(0m, asset), Math.Max(0m, bookRoom));
    }
}
