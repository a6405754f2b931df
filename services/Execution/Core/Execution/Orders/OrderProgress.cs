using Superintel.Execution.Execution.Fills;

namespace Superintel.Execution.Execution.Orders;

/// <summary>How far an order came. Quantities are sums of its fills, never the venue's statuses.</summary>
/// <param name="VenueOrderId">Null until the venue named it.</param>
/// <param name="CumulativeQuantity">Units filled (FIX tag 14).</param>
/// <param name="FilledValue">Sum of price times quantity, quote currency.</param>
/// <param name="Commissions">By currency, positive is a cost.</param>
/// <param name="Acknowledged">The venue showed that it has, or had, the order.</param>
/// <param name="CancelSent">A requested cancel reached the venue.</param>
/// <param name="Text">The last word of the venue or of the desk, for a person.</param>
public sealed record OrderProgress(
    OrderState State,
    string? VenueOrderId,
    decimal CumulativeQuantity,
    decimal FilledValue,
    Commissions Commissions,
    bool Acknowledged,
    bool CancelSent,
    DateTimeOffset? ClosedAt,
    string Text)
{
    /// <summary>Units that the venue kept as its fee: the position has less by them than was filled.</summary>
    public decimal FeeQuantity { get; init; }

    /// <summary>It is over and all that it filled is known: it never left, or the venue's full record was read after its end.</summary>
    public bool Confirmed { get; init; }

    /// <summary>Since when nobody knows what became of it; null: somebody does.</summary>
    public DateTimeOffset? UnknownSince { get; init; }

    /// <summary>
    /// Since when its venue, which answers otherwise, cannot say how it stands although it once showed it or may have it; null: it can, or
    /// it was not asked.
    /// </summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    /// <summary>It was unanswered past the patience: a person has been told, and its pair waits for it no longer.</summary>
    public bool UnansweredTold { get; init; }

    /// <summary>Its venue said something against what it had said before, and a person was told.</summary>
    public bool Contradicted { get; init; }

    /// <summary>How often in a row it had to be tried again: nothing had left, or its cancel was refused.</summary>
    public int Tries { get; init; }

    /// <summary>Nothing of it leaves before; null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Executions whose cost the venue has not told yet: <see cref="Commissions"/> lacks theirs.</summary>
    public int PendingCommissions { get; init; }

    /// <summary>The sums with one more entry of the ledger in them.</summary>
    public OrderProgress Plus(Fill entry) => this with
    {
        CumulativeQuantity = CumulativeQuantity + entry.Units,
        FilledValue = FilledValue + entry.Units * entry.Price,
        Commissions = Commissions.Plus(entry.Commission),
        FeeQuantity = FeeQuantity + entry.FeeQuantity,
        PendingCommissions = PendingCommissions + entry.Kind switch
        {
            FillKind.Commission => -1,
            FillKind.Reversal when entry.CommissionPending => -1,
            FillKind.Execution when entry.CommissionPending => 1,
            _ => 0,
        },
    };

    public static readonly OrderProgress None = new(OrderState.Initialized, null, 0m, 0m, Commissions.None, false, false, null, "");
}
