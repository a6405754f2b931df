using Superintel.Risk.Exposure.DescribeRisk;

namespace Superintel.Risk.Service.Endpoints.Measures;

/// <param name="AssetClass">Empty when the instrument was never listed.</param>
/// <param name="Value">Signed, base currency.</param>
/// <param name="Worst">Largest absolute exposure that can come of it, base currency.</param>
/// <param name="ComponentCvar95">Its part of the book's CVaR; the parts sum to it.</param>
/// <param name="MarginalCvar95">Change of the book's CVaR per net asset value more of it.</param>
/// <param name="Beta">Slope of its returns on the book's results.</param>
/// <param name="Correlation">Of the same.</param>
/// <param name="FactorBetas">Of its own returns, by the factor's name; empty when no factor is known.</param>
/// <param name="FactorRSquared">Share of their variance that the factors explain.</param>
public sealed record AssetView(
    string InstrumentId, string AssetClass, string Sector, string Currency, decimal Value, decimal Worst, double? Cvar95,
    double? ComponentCvar95, double? MarginalCvar95, double? Beta, double? Correlation,
    IReadOnlyDictionary<string, double> FactorBetas, double? FactorRSquared, AssetLiquidityView Liquidity)
{
    public static AssetView Of(AssetRisk asset) => new(
        asset.Instrument.ToString(),
        asset.AssetClass?.ToString().ToLowerInvariant() ?? "",
        asset.Sector,
        asset.Currency?.Code ?? "",
        asset.Value,
        asset.Worst,
        asset.Cvar95,
        asset.Share?.ComponentCvar95,
        asset.Share?.MarginalCvar95,
        asset.Share?.Beta,
        asset.Share?.Correlation,
        asset.Factors.Betas,
        asset.Factors.RSquared,
        AssetLiquidityView.Of(asset.Liquidity));
}
