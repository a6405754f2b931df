using Superintel.Kernel;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>One instrument of the book.</summary>
/// <param name="Value">Signed, base currency, with every entry at work filled.</param>
/// <param name="Worst">Largest absolute exposure that can come of it, base currency.</param>
/// <param name="Cvar95">Of the instrument alone, one day, fraction of net asset value; null with too little history.</param>
public sealed record AssetRisk(
    InstrumentId Instrument, AssetClass? AssetClass, string Sector, Currency? Currency, decimal Value, decimal Worst, double? Cvar95)
{
    /// <summary>What it is to the risk of the book; null with too little history.</summary>
    public AssetShare? Share { get; init; }

    public AssetFactors Factors { get; init; } = AssetFactors.Unknown;

    public AssetLiquidity Liquidity { get; init; } = new(null, 0, null, "volume-unknown");
}
