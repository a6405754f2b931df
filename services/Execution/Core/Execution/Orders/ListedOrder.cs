namespace Superintel.Execution.Execution.Orders;

/// <summary>An order at its place in the book.</summary>
/// <param name="Sequence">Counts up in order of creation.</param>
public sealed record ListedOrder(long Sequence, Order Order);
