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
}
