namespace Superintel.Approval.Proposals;

/// <summary>A person's word.</summary>
/// <param name="By">The authenticated user.</param>
public sealed record Vote(string By, bool Approves, string Comment, DateTimeOffset At);
