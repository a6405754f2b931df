using Superintel.Mt4Bridge.Orders;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>Something for the terminal to do once: the next leg of an order; or to delete a ticket, to change one, or to close one by
/// another.</summary>
internal sealed class PendingCommand
{
    private readonly TaskCompletionSource handed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PendingCommand(PlacedOrder order) => Order = order;

    /// <param name="change">Null: the ticket is deleted.</param>
    public PendingCommand(long ticket, Mt4OrderChange? change) => (Ticket, Change) = (ticket, change);

    /// <summary>Two tickets of opposite sides end each other, as far as they are alike.</summary>
    public PendingCommand(long ticket, long by) => (Ticket, By) = (ticket, by);

    public PlacedOrder? Order { get; }

    public long? Ticket { get; }

    public Mt4OrderChange? Change { get; }

    /// <summary>The ticket of the other side that closes it; null when none does.</summary>
    public long? By { get; }

    /// <summary>Nobody waits for it any more: what would follow it must not leave.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>It does not leave earlier.</summary>
    public DateTimeOffset NotBefore { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Zero until it left.</summary>
    public long Sequence { get; private set; }

    /// <summary>The chart it went to; empty until it left.</summary>
    public string Node { get; private set; } = "";

    public Task Handed => handed.Task;

    /// <summary>Ends with the terminal's error, 0 for none.</summary>
    public Task<int> Ended => ended.Task;

    public void Leave(long sequence, string node)
    {
        (Sequence, Node) = (sequence, node);
        handed.TrySetResult();
    }

    public void End(int code)
    {
        handed.TrySetResult();
        ended.TrySetResult(code);
    }
}
