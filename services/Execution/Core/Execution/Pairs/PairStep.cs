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

    /// <summary>A leg failed: end these.</summary>
    public sealed record Cancel(ImmutableArray<Order> Orders, string Cause) : PairStep;

    /// <summary>Trade back what these filled.</summary>
    public sealed record Unwind(ImmutableArray<Order> Legs, string Cause) : PairStep;

    /// <summary>It is over.</summary>
    public sealed record Close(PairOutcome Outcome, string Detail) : PairStep;
}
