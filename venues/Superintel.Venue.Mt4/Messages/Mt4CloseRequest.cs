namespace Superintel.Venue.Mt4.Messages;

/// <summary>POST /v1/positions/{ticket}/close.</summary>
/// <param name="Lots">Null: the whole ticket.</param>
/// <param name="ClientOrderId">At most 24 characters, of no order before: a close is an order, the same one again gives the
/// first.</param>
public sealed record Mt4CloseRequest(string ClientOrderId, decimal? Lots = null, int? SlippagePoints = null);
