namespace Superintel.Execution.Execution.Orders;

/// <summary>Why the state table refuses a move. None of them changes the order.</summary>
public static class OrderRefusal
{
    /// <summary>Told before, or overtaken by something newer: harmless, it happens on every wire.</summary>
    public const string Stale = "stale";

    /// <summary>The order is over; only a fill could still change it.</summary>
    public const string Closed = "closed";

    /// <summary>The order never left, so no venue can speak of it.</summary>
    public const string NotSent = "not-sent";

    /// <summary>What became of it is not known yet: wait for the venue's answer.</summary>
    public const string InFlight = "in-flight";

    /// <summary>Contradicts what the venue said before: kept as it is and reported.</summary>
    public const string Contradiction = "contradiction";
}
