using Superintel.Execution.Execution.Orders;

namespace Superintel.Execution.Execution.Resolving;

/// <summary>What became of a person's word on an order.</summary>
public abstract record ResolveOutcome
{
    private ResolveOutcome()
    {
    }

    public sealed record Resolved(Order Order) : ResolveOutcome;

    public sealed record NotFound : ResolveOutcome;

    /// <summary>There is nothing to resolve: all is known of it, or it has not left.</summary>
    public sealed record NothingOpen(OrderState State) : ResolveOutcome;

    /// <summary>The venue can tell of it, and its word goes first.</summary>
    public sealed record VenueKnows(string Answer) : ResolveOutcome;

    /// <summary>The venue has shown the order: it cannot be said that it never had it.</summary>
    public sealed record WasPlaced : ResolveOutcome;
}
