namespace Superintel.VenueSimulator.Mt4;

/// <summary>A part of an order that traded.</summary>
/// <param name="Rest">What is left of a ticket that was closed in part.</param>
public sealed record TicketExecution(
    long Ticket, bool Opens, decimal Units, decimal Price, DateTimeOffset At, decimal Fee, long? Rest = null);
