namespace Superintel.Venue.Binance.Rules;

/// <summary>How far a limit may be from the average price, as factors of it, by side. Zero is no bound.</summary>
public sealed record PercentPrice(decimal BidUp, decimal BidDown, decimal AskUp, decimal AskDown);
