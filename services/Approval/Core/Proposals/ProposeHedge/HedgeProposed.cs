namespace Superintel.Approval.Proposals.ProposeHedge;

/// <summary>The proposal, or why there is none; never both.</summary>
public sealed record HedgeProposed(Proposal? Proposal, HedgeRefusal? Refusal)
{
    public static HedgeProposed Refused(string code, string detail) => new(null, new HedgeRefusal(code, detail));
}
