namespace Superintel.Approval.Proposals.ProposeHedge;

/// <summary>Why there is no proposal.</summary>
/// <param name="Code">role-required, proposal-pending, already-proposed, sizing-unavailable, or risk's own.</param>
public sealed record HedgeRefusal(string Code, string Detail);
