namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>What was paid in one currency; positive is a cost.</summary>
internal sealed record CommissionView(string Currency, decimal Amount);
