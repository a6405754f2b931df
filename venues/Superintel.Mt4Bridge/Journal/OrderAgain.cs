using Superintel.Mt4Bridge.Orders;

namespace Superintel.Mt4Bridge.Journal;

/// <summary>An order that was refused for a reason that passes came in again; no terminal has seen this sending yet.</summary>
/// <param name="Legs">What it is made of now; null: it opens one ticket.</param>
internal sealed record OrderAgain(DateTimeOffset At, string ClientOrderId, IReadOnlyList<OrderLeg>? Legs) : JournalRecord;
