using Superintel.Approval.Sizing;

namespace Superintel.Approval.Proposals.ProposeHedge;

/// <summary>A person wants a hedge to be traded.</summary>
/// <param name="By">The authenticated user, who then cannot vote on it.</param>
/// <param name="IsTrader">The user has the trader's role, or a higher one.</param>
/// <param name="Comment">Why; kept with the proposal.</param>
public sealed record HedgeWish(HedgeQuestion Question, string By, bool IsTrader, string Comment);
