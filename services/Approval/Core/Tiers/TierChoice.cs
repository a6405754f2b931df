namespace Superintel.Approval.Tiers;

/// <summary>The tier and the rule that chose it.</summary>
/// <param name="Reason">One clause a person can read.</param>
public readonly record struct TierChoice(Tier Tier, string Reason);
