using Superintel.Kernel;

namespace Superintel.Execution.Execution.Fills;

/// <summary>A page of the ledger, newest first.</summary>
/// <param name="DecisionId">Null: of all decisions.</param>
/// <param name="Before">Only fills with a smaller sequence; null: from the newest.</param>
/// <param name="Limit">1 to 500.</param>
public sealed record FillQuery(DecisionId? DecisionId, long? Before, int Limit);
