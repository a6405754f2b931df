using Superintel.Contracts.Events;

namespace Superintel.Execution.Execution.Orders;

/// <summary>What a trigger did to an order.</summary>
/// <param name="Order">Afterwards; the same when refused.</param>
/// <param name="Events">To publish.</param>
/// <param name="Refusal">Null when the move was allowed.</param>
/// <param name="Late">A fill came after the order's end: applied, and worth an alert.</param>
public sealed record OrderChange(Order Order, IReadOnlyList<IEvent> Events, string? Refusal, bool Late);
