namespace Superintel.Approval.Tiers;

/// <summary>Who has to agree. Ordered from nobody to two seniors.</summary>
public enum Tier
{
    /// <summary>Nobody: the policy approves.</summary>
    Auto = 1,

    /// <summary>One trader.</summary>
    Trader = 2,

    /// <summary>Two different seniors.</summary>
    Senior = 3,
}
