using Superintel.Execution.Execution.Orders;

namespace Superintel.Execution.Execution.External;

/// <summary>A page of external orders, newest first.</summary>
/// <param name="State">Null: any.</param>
/// <param name="Before">Only orders with a smaller sequence; null: from the newest.</param>
/// <param name="Limit">1 to 501.</param>
public sealed record ExternalOrderQuery(OrderState? State, long? Before, int Limit);
