namespace Superintel.Venue.Binance.Messages;

/// <summary>A candle. Prices in the quote asset, volume in the base asset.</summary>
/// <param name="CloseAt">The interval's last millisecond, as Binance says it.</param>
public sealed record Kline(
    DateTimeOffset OpenAt,
    DateTimeOffset CloseAt,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    decimal QuoteVolume,
    long Trades);
