namespace Superintel.Approval.Proposals;

/// <summary>Pending is the only state with a way out.</summary>
public enum ProposalStatus
{
    Pending = 1,
    Approved = 2,
    Declined = 3,
    Lapsed = 4,
}
