using System.Collections.Immutable;
using Superintel.Kernel;

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
    public const string LosingStreak = "losing-streak";
    public const string RejectRate = "reject-rate";
    public const string Slippage = "slippage";
    public const string BreakerPause = "breaker-pause";
    public const string BreakerFlatten = "breaker-flatten";
    public const string BreakerStop = "breaker-stop";

    public const string AssetCvar = "asset-cvar";
    public const string PairVolatility = "pair-volatility";
    public const string SectorExposure = "sector-exposure";
    public const string StressLoss = "stress-loss";
    public const string BookImbalance = "book-imbalance";
    public const string BookWall = "book-wall";
    public const string BookSpread = "book-spread";
    public const string BookShare = "book-share";
    public const string BookAge = "book-age";
    public const string Vpin = "vpin";

    /// <summary>Followed by the asset class.</summary>
    public const string RequireBook = "require-book-";

    public static ImmutableArray<LimitDefinition> All { get; } =
    [
        new(AssetExposure, 0.05, "fraction-of-nav", 0.001, 0.25, "Absolute exposure to one instrument, all pairs and orders at work."),
        new(GrossExposure, 3_000_000, "base-currency", 0, 1e12, "Sum of absolute exposures."),
        new(NetExposure, 0.3, "fraction-of-nav", 0, 2, "Absolute value of long minus short."),
        new(Leverage, 2, "ratio", 0.1, 10, "Gross exposure per net asset value."),
        new(AssetCvar, 0.05, "fraction-of-nav", 0.0001, 0.25, "Historical expected shortfall of one day at 95 % of one instrument alone."),
        new(PairVolatility, 0.05, "fraction-of-nav", 0.0001, 0.5, "Annual volatility of the trade's daily results on its history."),
        new(SectorExposure, 0.3, "fraction-of-nav", 0.0001, 2, "Absolute value of long minus short within one sector."),
        new(Cvar95, 0.03, "fraction-of-nav", 0.001, 0.25, "Historical expected shortfall of one day at 95 %, with the trade."),
        new(StressLoss, 0.1, "fraction-of-nav", 0.0001, 1, "Loss of the book, with the trade, in the worst historical scenario."),
        new(Correlation, 0.75, "correlation", 0, 1, "Correlation of the trade's daily result with that of any pair held."),
        new(OrderRate, 30, "count", 1, 10_000, "Entries cleared within a minute."),
        new(OrderCount, 200, "count", 1, 100_000, "Entries cleared within a UTC day."),
        new(PriceCollar, 0.05, "fraction", 0.001, 0.5, "Distance of a leg's reference price from the last close."),
        new(ProposalAge, 30, "minutes", 1, 1440, "Age of the signal's bar when the proposal asks for clearance."),
        new(KellyFraction, 0.5, "fraction", 0.01, 1, "Part of the Kelly fraction that sizing takes."),
        new(VolatilityTarget, 0.02, "fraction-of-nav", 0.001, 0.5, "Annual volatility that one pair may add."),
        new(DailyLoss, 0.05, "fraction-of-nav", 0.001, 1, "Loss within a UTC day that turns the desk to reduce-only."),
        new(Drawdown, 0.2, "fraction-of-nav", 0.001, 1, "Fall from the peak that turns the desk to reduce-only."),
        new(LosingStreak, 12, "count", 2, 1000, "Round trips in a row that lost, beyond which the desk turns to reduce-only."),
        new(RejectRate, 0.5, "fraction", 0.05, 1, "Orders that a venue refused of its last twenty, beyond which the desk reduces only."),
        new(Slippage, 0.02, "fraction", 0.0001, 0.5, "Mean cost of a venue's last twenty fills against their reference prices."),
        new(BreakerPause, 0.8, "ratio", 0.1, 1, "Share of a breaker's limit beyond which entries pause."),
        new(BreakerFlatten, 1.5, "ratio", 1, 10, "Multiple of a loss breaker's limit beyond which the book is flattened."),
        new(BreakerStop, 2, "ratio", 1, 10, "Multiple of a loss breaker's limit beyond which the desk is flattened and halted."),
        new(BookImbalance, 0.7, "ratio", 0, 1, "Order book imbalance of the top ten levels against the trade."),
        new(BookWall, 5, "ratio", 1, 10, "Largest of the top ten levels in the trade's way, over their mean, from which on it is a wall."),
        new(BookSpread, 0.005, "fraction", 0.00001, 0.1, "Best ask less best bid, over their mean."),
        new(BookShare, 0.25, "fraction", 0.001, 1, "Part of what is visible on the other side that a leg may take."),
        new(BookAge, 30, "seconds", 1, 3600, "Age of a level 2 book."),
        new(Vpin, 0.8, "ratio", 0.1, 1, "Volume-synchronised probability of informed trading, fifty buckets."),
        .. Enum.GetValues<AssetClass>().Where(one => one != AssetClass.Index).Select(RequiresBook),
    ];

    public static string RequireBookOf(AssetClass assetClass) => RequireBook + assetClass.ToString().ToLowerInvariant();

    private static LimitDefinition RequiresBook(AssetClass one) => new(
        RequireBookOf(one), 0, "switch", 0, 1, "1: an entry needs level 2 books of this class. What once had a book always needs one.");

    public static LimitDefinition? Find(string name) => All.FirstOrDefault(limit => limit.Name == name);
}
