namespace Superintel.Approval.Proposals;

/// <summary>A place in the list of proposals.</summary>
public readonly record struct ProposalPlace(DateTimeOffset CreatedAt, string ProposalId);
