using Superintel.Execution.Service.Adapters.Sending;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>A venue on the wire as the sender sees it: whoever calls it leaves the turn first, for a venue may take its time.</summary>
internal sealed class LeftTurnVenue(LiveVenue venue, Turn turn, Errands errands) : IBroker, IDepartureBoard
{
    public async Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct)
    {
        await turn.Leave(ct);
        ct.ThrowIfCancellationRequested();
        errands.Current.HasBegun = true;
        return await venue.Broker.Submit(ticket, ct);
    }

    public async Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct)
    {
        await turn.Leave(ct);
        return await venue.Broker.Cancel(order, ct);
    }

    public async Task<QueryOutcome> Query(OrderReference order, CancellationToken ct)
    {
        await turn.Leave(ct);
        return await venue.Broker.Query(order, ct);
    }

    public async Task<BrokerSnapshot> Snapshot(CancellationToken ct)
    {
        await turn.Leave(ct);
        return await venue.Broker.Snapshot(ct);
    }

    public string? Hindrance(string name) => (venue.Broker as IDepartureBoard)?.Hindrance(name);

    public IAsyncEnumerable<BrokerEvent> Events(CancellationToken ct) => venue.Broker.Events(ct);
}
