using Superintel.Risk.Exposure.DescribeRisk;

namespace Superintel.Risk.Service.Endpoints.Measures;

/// <param name="AssetClass">Empty when the instrument was never listed.</param>
/// <param name="Value">Signed, base currency.</param>
/// <param name="Worst">Largest absolute exposure that can come of it, base currency.</param>
public sealed record AssetView(
    string InstrumentId, string AssetClass, string Sector, string Currency, decimal Value, decimal Worst, double? Cvar95)
{
    public static AssetView Of(AssetRisk asset) => new(
        asset.Instrument.ToString(),
        asset.AssetClass?.ToString().ToLowerInvariant() ?? "",
        asset.Sector,
        asset.Currency?.Code ?? "",
        asset.Value,
        asset.Worst,
        asset.Cvar95);
}
