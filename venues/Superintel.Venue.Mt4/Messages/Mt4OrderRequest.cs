namespace Superintel.Venue.Mt4.Messages;

/// <summary>POST /v1/orders.</summary>
/// <param name="ClientOrderId">At most 24 characters.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="Type">MARKET, LIMIT or STOP.</param>
public sealed record Mt4OrderRequest(
    string ClientOrderId, string Symbol, string Side, string Type, decimal Lots, decimal? Price, DateTimeOffset? Expiration, int Magic);
