using Superintel.Mt4Bridge.Orders;

namespace Superintel.Mt4Bridge.Terminal;

/// <summary>Something for the terminal to do once: place an order, or delete a ticket.</summary>
internal sealed class PendingCommand(PlacedOrder? order, long? ticket)
{
    private readonly TaskCompletionSource handed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PlacedOrder? Order { get; } = order;

    public long? Ticket { get; } = ticket;

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
