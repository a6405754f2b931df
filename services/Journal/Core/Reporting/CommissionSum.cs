namespace Superintel.Journal.Reporting;

/// <summary>What was paid in one currency and is in no profit or loss; positive is a cost.</summary>
public sealed record CommissionSum(string Currency, decimal Amount);
