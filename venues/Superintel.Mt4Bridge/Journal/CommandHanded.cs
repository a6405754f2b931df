using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Journal;

/// <summary>Written before a command leaves for the terminal: from here on it may have been done.</summary>
/// <param name="Sequence">Numbers of commands only grow, over restarts too.</param>
/// <param name="Node">The terminal's chart that it goes to.</param>
/// <param name="ClientOrderId">The order whose next leg it is; null when a ticket is to be deleted or changed.</param>
/// <param name="Ticket">To be closed, deleted or changed.</param>
/// <param name="Change">Null when the ticket is to be deleted, or closed for the order.</param>
/// <param name="By">The ticket of the other side that closes it; null when none does.</param>
internal sealed record CommandHanded(
    DateTimeOffset At, long Sequence, string Node, string? ClientOrderId, long? Ticket, Mt4OrderChange? Change = null, long? By = null)
    : JournalRecord;
