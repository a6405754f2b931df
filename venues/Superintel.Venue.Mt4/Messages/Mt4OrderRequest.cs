namespace Superintel.Venue.Mt4.Messages;

/// <summary>POST /v1/orders.</summary>
/// <param name="ClientOrderId">At most 24 characters.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="Type">MARKET, LIMIT or STOP.</param>
/// <param name="SlippagePoints">How far the price may have moved; null: what the terminal is set to.</param>
/// <param name="Reduces">True of an order that is to leave no tickets of its symbol, its magic number and the other side beside its own:
/// at the market it closes them, oldest first, and opens one for what is left; pending, the ticket that it opens and they close each
/// other.</param>
public sealed record Mt4OrderRequest(
    string ClientOrderId, string Symbol, string Side, string Type, decimal Lots, decimal? Price, DateTimeOffset? Expiration, int Magic,
    int? SlippagePoints = null, decimal? StopLoss = null, decimal? TakeProfit = null, bool? Reduces = null);
