using Superintel.Kernel;

namespace Superintel.Execution.Execution.Orders;

/// <summary>A page of orders, newest first.</summary>
/// <param name="State">Null: any.</param>
/// <param name="DecisionId">Null: of all decisions.</param>
/// <param name="Before">Only orders with a smaller sequence; null: from the newest.</param>
/// <param name="Limit">1 to 500.</param>
public sealed record OrderQuery(OrderState? State, DecisionId? DecisionId, long? Before, int Limit);
