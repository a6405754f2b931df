namespace Superintel.Execution.Execution.Resolving;

/// <summary>What a person says became of an order.</summary>
public enum OrderVerdict
{
    /// <summary>The venue never had it.</summary>
    NotPlaced = 1,

    Canceled = 2,

    Expired = 3,
}
