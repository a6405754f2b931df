namespace Superintel.Venue.Binance.Messages;

/// <summary>The exchange's clock.</summary>
public sealed record ServerTime(DateTimeOffset At);
