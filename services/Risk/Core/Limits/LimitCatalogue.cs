using System.Collections.Immutable;

namespace Superintel.Risk.Limits;

/// <summary>Every limit there is.</summary>
public static class LimitCatalogue
{
    public const string AssetExposure = "asset-exposure";
    public const string GrossExposure = "gross-exposure";
    public const string NetExposure = "net-exposure";
    public const string Leverage = "leverage";
    public const string Cvar95 = "cvar-95";
    public const string Correlation = "correlation";
    public const string OrderRate = "order-rate";
    public const string OrderCount = "order-count";
    public const string PriceCollar = "price-collar";
    public const string ProposalAge = "proposal-age";
    public const string KellyFraction = "kelly-fraction";
    public const string VolatilityTarget = "volatility-target";
    public const string DailyLoss = "daily-loss";
    public const string Drawdown = "drawdown";

    public static ImmutableArray<LimitDefinition> All { get; } =
    [
        new(AssetExposure, 0.05, "fraction-of-nav", 0.001, 0.25, "Absolute exposure to one instrument, all pairs and orders at work."),
        new(GrossExposure, 3_000_000, "base-currency", 0, 1e12, "Sum of absolute exposures."),
        new(NetExposure, 0.3, "fraction-of-nav", 0, 2, "Absolute value of long minus short."),
        new(Leverage, 2, "ratio", 0.1, 10, "Gross exposure per net asset value."),
        new(Cvar95, 0.03, "fraction-of-nav", 0.001, 0.25, "Historical expected shortfall of one day at 95 %, with the trade."),
        new(Correlation, 0.75, "correlation", 0, 1, "Correlation of the trade's daily result with that of any pair held."),
        new(OrderRate, 30, "count", 1, 10_000, "Entries cleared within a minute."),
        new(OrderCount, 200, "count", 1, 100_000, "Entries cleared within a UTC day."),
        new(PriceCollar, 0.05, "fraction", 0.001, 0.5, "Distance of a leg's reference price from the last close."),
        new(ProposalAge, 30, "minutes", 1, 1440, "Age of the signal's bar when the proposal asks for clearance."),
        new(KellyFraction, 0.5, "fraction", 0.01, 1, "Part of the Kelly fraction that sizing takes."),
        new(VolatilityTarget, 0.02, "fraction-of-nav", 0.001, 0.5, "Annual volatility that one pair may add."),
        new(DailyLoss, 0.05, "fraction-of-nav", 0.001, 1, "Loss within a UTC day that turns the desk to reduce-only."),
        new(Drawdown, 0.2, "fraction-of-nav", 0.001, 1, "Fall from the peak that turns the desk to reduce-only."),
    ];

    public static LimitDefinition? Find(string name) => All.FirstOrDefault(limit => limit.Name == name);
}
