namespace Superintel.Mt4Bridge.Orders;

/// <summary>A step of an order, one command for the terminal.</summary>
/// <param name="Ticket">To close, or to close so much of; null: a ticket is opened.</param>
internal sealed record OrderLeg(long? Ticket, decimal Lots);
