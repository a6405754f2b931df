namespace Superintel.Mt4Bridge.Journal;

/// <summary>A ticket was closed in part by another one: what is left of it is its order's under a new number.</summary>
internal sealed record TicketSplit(DateTimeOffset At, long Ticket, long Rest) : JournalRecord;
