using Superintel.Execution.Execution.Orders;

namespace Superintel.Execution.Execution.Resolving;

/// <summary>What became of an execution that a person entered.</summary>
public abstract record EnterFillOutcome
{
    private EnterFillOutcome()
    {
    }

    /// <summary>It is in the ledger, now or before.</summary>
    public sealed record Entered(Order Order) : EnterFillOutcome;

    public sealed record NotFound : EnterFillOutcome;

    /// <summary>The order has never left.</summary>
    public sealed record NotSent : EnterFillOutcome;

    /// <summary>The venue can tell of the order, and its executions come from there.</summary>
    public sealed record VenueKnows : EnterFillOutcome;

    /// <summary>Other numbers stand under that key, and it was not said that they are to be corrected.</summary>
    public sealed record Differs(decimal Quantity, decimal Price) : EnterFillOutcome;

    /// <summary>Nothing stands under that key that could be taken back.</summary>
    public sealed record NothingEntered : EnterFillOutcome;

    /// <summary>Not an execution that the order can have had.</summary>
    public sealed record Impossible(string Why) : EnterFillOutcome;
}
