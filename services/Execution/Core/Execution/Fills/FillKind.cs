namespace Superintel.Execution.Execution.Fills;

/// <summary>What an entry of the ledger does.</summary>
public enum FillKind
{
    /// <summary>An execution as the venue told it, or told it anew.</summary>
    Execution = 1,

    /// <summary>Takes back what stood of an execution, its cost included: the venue corrected it.</summary>
    Reversal = 2,

    /// <summary>The cost of an execution that was told without it; no units.</summary>
    Commission = 3,
}
