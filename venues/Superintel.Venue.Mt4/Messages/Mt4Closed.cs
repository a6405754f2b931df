namespace Superintel.Venue.Mt4.Messages;

/// <summary>What became of a close.</summary>
/// <param name="NewTicket">What is left of a ticket that was closed in part.</param>
public sealed record Mt4Closed(decimal ClosedLots, decimal Price, long? NewTicket = null);
