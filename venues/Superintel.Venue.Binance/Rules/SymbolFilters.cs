namespace Superintel.Venue.Binance.Rules;

/// <summary>A symbol's filters; null where the exchange gave none.</summary>
/// <param name="Price">Quote asset.</param>
/// <param name="Lot">Base asset.</param>
/// <param name="MarketLot">Base asset, market orders; together with <paramref name="Lot"/>.</param>
/// <param name="MaxPosition">Base asset, working buy orders included.</param>
public sealed record SymbolFilters(
    StepRange? Price,
    StepRange? Lot,
    StepRange? MarketLot,
    NotionalRange? Notional,
    PercentPrice? Percent,
    int? MaxOrders,
    int? MaxAlgoOrders,
    decimal? MaxPosition)
{
    public static readonly SymbolFilters None = new(null, null, null, null, null, null, null, null);

    /// <summary>What is traded at the market has to be worth something.</summary>
    public bool IsWorthChecked => Notional is { Min: > 0m, MinForMarket: true };

    /// <param name="price">The average that the exchange judges market orders by, quote asset; null: not known, and worth counts for
    /// nothing here.</param>
    /// <returns>The smallest quantity that can be traded at the market, base asset; zero: the exchange tells no lot.</returns>
    public decimal LeastAt(decimal? price)
    {
        if (Lot is not { Step: > 0m } lot) return 0m;
        var least = Math.Max(lot.Step, lot.Up(lot.Min));
        // A price at which not even the largest order would be worth enough is a slip, not a price.
        return IsWorthChecked && price is > 0m and var known && (double)Notional!.Min / (double)known <= (double)lot.Max
            ? Math.Max(least, lot.Up(Notional.Min / known))
            : least;
    }
}
