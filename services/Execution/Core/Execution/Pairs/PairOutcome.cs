namespace Superintel.Execution.Execution.Pairs;

/// <summary>How a pair order ended.</summary>
public enum PairOutcome
{
    /// <summary>Both legs are filled.</summary>
    Completed = 1,

    /// <summary>What was filled has been traded back.</summary>
    Unwound = 2,

    /// <summary>Something was filled and not the whole: a person must look.</summary>
    Incomplete = 3,

    /// <summary>Nothing was filled.</summary>
    Failed = 4,
}
