using Superintel.Mt4Bridge.Orders;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Journal;

/// <summary>An order came in; no terminal has seen it yet.</summary>
/// <param name="Legs">What it is made of; null: it opens one ticket.</param>
/// <param name="Asked">The close that it is; null for an order.</param>
internal sealed record OrderTaken(
    DateTimeOffset At, Mt4OrderRequest Request, IReadOnlyList<OrderLeg>? Legs = null, CloseAsked? Asked = null) : JournalRecord;
