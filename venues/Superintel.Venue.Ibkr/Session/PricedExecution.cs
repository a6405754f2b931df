using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>An execution with its cost.</summary>
/// <param name="Commission">Null: not told in time; it may come later.</param>
public sealed record PricedExecution(ExecutionDetails Details, CommissionReport? Commission);
