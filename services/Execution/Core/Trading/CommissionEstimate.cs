using Superintel.Kernel;

namespace Superintel.Execution.Trading;

/// <summary>What an order would pay when all of it trades; positive is a cost.</summary>
/// <param name="Amount">Null: it depends; see the two others.</param>
/// <param name="Minimum">Null: not told.</param>
/// <param name="Maximum">Null: not told.</param>
public sealed record CommissionEstimate(decimal? Amount, decimal? Minimum, decimal? Maximum, Currency Currency);
