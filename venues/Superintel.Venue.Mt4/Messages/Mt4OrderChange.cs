namespace Superintel.Venue.Mt4.Messages;

/// <summary>PATCH /v1/orders/{ticket}: what is null stays as it is. Of an open ticket only the stops can be changed.</summary>
/// <param name="StopLoss">0 takes it away, as of <paramref name="TakeProfit"/>.</param>
public sealed record Mt4OrderChange(
    decimal? Price = null, decimal? StopLoss = null, decimal? TakeProfit = null, DateTimeOffset? Expiration = null);
