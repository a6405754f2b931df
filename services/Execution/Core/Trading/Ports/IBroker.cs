namespace Superintel.Execution.Trading.Ports;

/// <summary>One venue's trading side, the same for paper, IBKR, Binance and MT4.</summary>
public interface IBroker
{
    /// <summary>Sends an order. Sending one the venue has already (same client order id) gives the existing one, never a second.</summary>
    Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct);

    /// <summary>Asks for an order's end. May be repeated.</summary>
    Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct);

    /// <summary>Asks what became of an order of ours.</summary>
    Task<QueryOutcome> Query(OrderReference order, CancellationToken ct);

    /// <summary>Working orders and positions.</summary>
    /// <exception cref="BrokerUnavailableException">The venue could not be asked; that never means an empty book.</exception>
    Task<BrokerSnapshot> Snapshot(CancellationToken ct);

    /// <summary>
    /// What the venue says unasked, at least once, in any order. The stream may end (a venue that moves only with the bars ends it when it
    /// has told all): the reader asks again.
    /// </summary>
    IAsyncEnumerable<BrokerEvent> Events(CancellationToken ct);
}
