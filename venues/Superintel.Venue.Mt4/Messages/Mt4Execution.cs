namespace Superintel.Venue.Mt4.Messages;

/// <summary>A part of an order that traded: it opened a ticket, or closed one or a part of one.</summary>
/// <param name="Ticket">The ticket that was opened or closed. Each is opened once and closed once: together with the kind it names the
/// execution.</param>
/// <param name="Kind">OPEN or CLOSE.</param>
/// <param name="Commission">In the account's currency, above zero is a cost; of a closing what came to the opening's.</param>
/// <param name="NewTicket">What is left of a ticket that was closed in part.</param>
public sealed record Mt4Execution(
    long Ticket, string Kind, decimal Lots, decimal Price, DateTimeOffset At, decimal Commission, long? NewTicket = null);
