using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Measures;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>What the book carries now: positions and every order at work.</summary>
/// <param name="Cvar95">One day at 95 %, fraction of net asset value; null with too little history. So are the others.</param>
/// <param name="Cash">Per currency, by code; <see cref="CashRisk.Value"/> in the base currency.</param>
public sealed record RiskReport(
    Currency Currency,
    decimal NetAssetValue,
    decimal Gross,
    decimal Net,
    double? Var95,
    double? Cvar95,
    double? Var99,
    double? Cvar99,
    double? Volatility,
    int HistoryDays,
    ImmutableArray<AssetRisk> Assets,
    ImmutableArray<ExposureBucket> ByAssetClass,
    ImmutableArray<ExposureBucket> BySector,
    ImmutableArray<ExposureBucket> ByPair,
    ImmutableArray<CashRisk> Cash)
{
    /// <summary>What others hold and have at work in the desk's accounts: positions, then orders.</summary>
    public ImmutableArray<ExternalRisk> External { get; init; } = [];

    /// <summary>Volatility to come and drawdown; null with too little history or nothing held.</summary>
    public BookBehaviour? Behaviour { get; init; }

    /// <summary>What the book follows, of the factors that are set.</summary>
    public BookFactors Factors { get; init; } = BookFactors.None;

    /// <summary>How long the book takes to sell, and its risk until then.</summary>
    public BookLiquidity Liquidity { get; init; } = BookLiquidity.None;

    /// <summary>Of the instruments' signed exposures; zeros when nothing is held.</summary>
    public Concentration Concentration { get; init; }
}
