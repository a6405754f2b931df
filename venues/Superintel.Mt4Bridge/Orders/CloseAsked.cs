namespace Superintel.Mt4Bridge.Orders;

/// <summary>A close as it was asked for: the same name for another one is refused.</summary>
internal sealed record CloseAsked(long Ticket, decimal? Lots);
