namespace Superintel.VenueSimulator.Mt4;

/// <summary>A step of an order at a terminal.</summary>
/// <param name="Ticket">To close, or to close so much of; null: a ticket is opened.</param>
public sealed record TicketLeg(long? Ticket, decimal Units);
