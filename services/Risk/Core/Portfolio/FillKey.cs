namespace Superintel.Risk.Portfolio;

/// <summary>What makes a fill one fill, its corrections included: it is applied
/// once per venue, account and execution id (FIX tag 17).</summary>
public readonly record struct FillKey(string Venue, string Account, string ExecutionId);
