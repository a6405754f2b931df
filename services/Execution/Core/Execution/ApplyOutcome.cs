namespace Superintel.Execution.Execution;

/// <summary>What a venue's word did here.</summary>
public enum ApplyOutcome
{
    Applied = 1,

    /// <summary>A fill after the order's end: applied, and a person should know.</summary>
    AppliedLate = 2,

    /// <summary>Known already, or overtaken.</summary>
    Ignored = 3,

    /// <summary>Against what the venue said before: kept out, and a person should know.</summary>
    Contradiction = 4,

    /// <summary>Not an order of ours.</summary>
    Foreign = 5,
}
