using Superintel.Kernel;

namespace Superintel.Execution.Trading;

/// <summary>
/// Something a venue said about one order. May come twice, late and in any order: fills are told apart by their execution id, everything
/// else is judged by the order's state table.
/// </summary>
/// <param name="ClientOrderId">Our name for the order.</param>
/// <param name="At">When it happened, UTC, on the fleet's clock.</param>
public abstract record BrokerEvent(ClientOrderId ClientOrderId, DateTimeOffset At)
{
    public sealed record Accepted(ClientOrderId ClientOrderId, DateTimeOffset At, string VenueOrderId) : BrokerEvent(ClientOrderId, At);

    /// <summary>One execution, told for the first time or corrected.</summary>
    /// <param name="ExecutionId">Unique per venue and account, and the same for its corrections; when synthetic, a pure function of
    /// content.</param>
    /// <param name="Quantity">Zero: the venue took the execution back.</param>
    /// <param name="Price">Per unit, quote currency.</param>
    /// <param name="Commission">Positive is a cost.</param>
    public sealed record Filled(
        ClientOrderId ClientOrderId,
        DateTimeOffset At,
        string ExecutionId,
        Quantity Quantity,
        decimal Price,
        Money Commission) : BrokerEvent(ClientOrderId, At)
    {
        /// <summary>Units of the instrument that the venue kept as its fee: the commission, where it was taken from what was
        /// traded.</summary>
        public decimal FeeQuantity { get; init; }

        /// <summary>A higher one replaces what was said of the execution before.</summary>
        public int Revision { get; init; } = 1;

        /// <summary>The venue has not told the commission yet: it is told later, with the execution repeated.</summary>
        public bool CommissionPending { get; init; }
    }

    public sealed record Canceled(ClientOrderId ClientOrderId, DateTimeOffset At, string Text) : BrokerEvent(ClientOrderId, At);

    public sealed record Rejected(ClientOrderId ClientOrderId, DateTimeOffset At, string Code, string Text)
        : BrokerEvent(ClientOrderId, At);

    public sealed record Expired(ClientOrderId ClientOrderId, DateTimeOffset At, string Text) : BrokerEvent(ClientOrderId, At);

    /// <summary>A cancel came too late.</summary>
    public sealed record CancelRefused(ClientOrderId ClientOrderId, DateTimeOffset At, string Text) : BrokerEvent(ClientOrderId, At);

    /// <summary>Our own note that nobody knows what became of it.</summary>
    public sealed record OutcomeUnknown(ClientOrderId ClientOrderId, DateTimeOffset At, string Cause) : BrokerEvent(ClientOrderId, At);

    /// <summary>Our own note that nothing of it left, and that it is to be tried again.</summary>
    public sealed record Deferred(ClientOrderId ClientOrderId, DateTimeOffset At, string Text) : BrokerEvent(ClientOrderId, At);

    /// <summary>Proof, after asking, that the venue never had it.</summary>
    public sealed record NotPlaced(ClientOrderId ClientOrderId, DateTimeOffset At, string Evidence) : BrokerEvent(ClientOrderId, At);
}
