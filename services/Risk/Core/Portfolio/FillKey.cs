namespace Superintel.Risk.Portfolio;

/// <summary>What makes a fill one fill: it is applied once per venue, account and execution id (FIX tag 17).</summary>
public readonly record struct FillKey(string Venue, string Account, string ExecutionId);
