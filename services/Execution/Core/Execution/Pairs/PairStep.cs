using System.Collections.Immutable;
using Superintel.Execution.Execution.Orders;

namespace Superintel.Execution.Execution.Pairs;

/// <summary>What a pair order asks for next.</summary>
public abstract record PairStep
{
    private PairStep()
    {
    }

    /// <summary>Nothing until something happens.</summary>
    public sealed record Wait : PairStep;

    /// <summary>It fails, and what its orders filled is not all known yet: their venues are asked.</summary>
    public sealed record Confirm(string Cause) : PairStep;

    /// <summary>It cannot go on, and something of it is still out: a person hears of it, once.</summary>
    public sealed record Overdue(string Cause) : PairStep;

    /// <summary>A leg failed: end these.</summary>
    public sealed record Cancel(ImmutableArray<Order> Orders, string Cause) : PairStep;

    /// <summary>Trade back what these filled.</summary>
    public sealed record Unwind(ImmutableArray<Order> Legs, string Cause) : PairStep;

    /// <summary>It is over.</summary>
    public sealed record Close(PairOutcome Outcome, string Detail) : PairStep;
}
