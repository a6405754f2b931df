namespace Superintel.Risk.Limits.ChangeLimit;

/// <summary>What a person wants a limit to be.</summary>
/// <param name="By">The authenticated user.</param>
public sealed record LimitChange(string Name, double Value, string Reason, string By);
