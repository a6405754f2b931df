namespace Superintel.Execution.Execution.Pairs;

/// <summary>What happens when one leg of a pair order fails.</summary>
public enum LegFailurePolicy
{
    /// <summary>cancel-rest: end what still works and keep what was filled for a person to judge.</summary>
    CancelRest = 1,

    /// <summary>unwind: end what still works and trade back what was filled.</summary>
    Unwind = 2,

    /// <summary>hold-and-alert: leave the other leg alone and report.</summary>
    HoldAndAlert = 3,
}
