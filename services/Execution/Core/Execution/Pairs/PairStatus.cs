namespace Superintel.Execution.Execution.Pairs;

/// <summary>Where a pair order stands. It only moves forward, which is what makes its failure policy run once.</summary>
public enum PairStatus
{
    Working = 1,

    /// <summary>A leg failed; what still works is being ended.</summary>
    Failing = 2,

    /// <summary>The orders that trade back are out.</summary>
    Unwinding = 3,

    Closed = 4,
}
