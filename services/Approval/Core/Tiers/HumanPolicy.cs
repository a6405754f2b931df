namespace Superintel.Approval.Tiers;

/// <summary>Who answers in a person's place, for runs without people.</summary>
public enum HumanPolicy
{
    /// <summary>Nobody: people vote, or the proposal lapses.</summary>
    Human = 1,

    /// <summary>Approves all that would wait.</summary>
    All = 2,

    /// <summary>Declines all that would wait.</summary>
    None = 3,

    /// <summary>Approves from a confidence on, and declines the rest.</summary>
    Rule = 4,
}
