namespace Superintel.Approval.Service.Endpoints.Proposals;

/// <summary>What goes with a vote.</summary>
public sealed record VoteBody(string? Comment = null);
