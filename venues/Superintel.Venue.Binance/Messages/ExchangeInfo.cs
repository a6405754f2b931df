namespace Superintel.Venue.Binance.Messages;

/// <summary>What the exchange trades, and its limits.</summary>
public sealed record ExchangeInfo(DateTimeOffset ServerTime, IReadOnlyList<RateLimit> RateLimits, IReadOnlyList<SymbolInfo> Symbols);
