using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Composite;

/// <summary>
/// All configured venues as one. An order goes to the venue that its ticket names, which was chosen by asset class when the order was made;
/// there is no other way, and none leads from a live venue to paper. Nor does an order leave for a venue that has not been compared.
/// </summary>
public sealed class CompositeBroker : IBroker, ILeastQuantities, IDepartureBoard
{
    private const int EventBuffer = 1024;
    private readonly SortedDictionary<string, IBroker> venues;
    private readonly VenueGate gate;

    /// <param name="venues">Broker by venue name.</param>
    public CompositeBroker(IEnumerable<KeyValuePair<string, IBroker>> venues, VenueGate gate)
    {
        this.venues = new SortedDictionary<string, IBroker>(venues.ToDictionary(v => v.Key, v => v.Value), StringComparer.Ordinal);
        this.gate = gate;
    }

    /// <summary>Ordinal.</summary>
    public IReadOnlyCollection<string> Names => venues.Keys;

    public async Task<SubmitOutcome> Submit(OrderTicket ticket, CancellationToken ct)
    {
        if (!venues.TryGetValue(ticket.Venue, out var broker))
            return new SubmitOutcome.Rejected("no-route", $"No broker named {ticket.Venue} is configured; nothing left.");
        // Whoever sends asks the gate before it takes an order up; this is for the sender that somebody will write one day.
        if (gate.Waiting(ticket.Venue) is { } waiting)
            return new SubmitOutcome.Deferred(VenueGate.NotCompared, $"{waiting} Nothing left.");
        return await broker.Submit(ticket, ct);
    }

    public Task<CancelOutcome> Cancel(OrderReference order, CancellationToken ct) => venues.TryGetValue(order.Venue, out var broker)
        ? broker.Cancel(order, ct)
        : Task.FromResult<CancelOutcome>(new CancelOutcome.Unknown(NotConfigured(order)));

    public Task<QueryOutcome> Query(OrderReference order, CancellationToken ct) => venues.TryGetValue(order.Venue, out var broker)
        ? broker.Query(order, ct)
        : Task.FromResult<QueryOutcome>(new QueryOutcome.Unavailable(NotConfigured(order)));

    public async Task<BrokerSnapshot> Snapshot(CancellationToken ct)
    {
        var orders = new List<BrokerOrder>();
        var positions = new List<BrokerPosition>();
        foreach (var broker in venues.Values)
        {
            var snapshot = await broker.Snapshot(ct);
            orders.AddRange(snapshot.WorkingOrders);
            positions.AddRange(snapshot.Positions);
        }
        return new BrokerSnapshot(orders, positions) { Venues = venues.Keys };
    }

    /// <summary>One venue's book; it says nothing of the others.</summary>
    /// <exception cref="BrokerUnavailableException">The venue could not be asked.</exception>
    /// <exception cref="KeyNotFoundException">There is no such venue.</exception>
    public async Task<BrokerSnapshot> Snapshot(string venue, CancellationToken ct) =>
        await venues[venue].Snapshot(ct) with { Venues = [venue] };

    /// <inheritdoc/>
    public ValueTask<decimal> LeastOf(string venue, InstrumentId instrument, CancellationToken ct) =>
        venues.GetValueOrDefault(venue) is ILeastQuantities known ? known.LeastOf(venue, instrument, ct) : ValueTask.FromResult(0m);

    /// <inheritdoc/>
    public string? Hindrance(string venue) => (venues.GetValueOrDefault(venue) as IDepartureBoard)?.Hindrance(venue);

    public async IAsyncEnumerable<BrokerEvent> Events([EnumeratorCancellation] CancellationToken ct)
    {
        var merged = Channel.CreateBounded<BrokerEvent>(EventBuffer);
        var pumping = PumpAll(merged.Writer, ct);
        await foreach (var happened in merged.Reader.ReadAllAsync(ct)) yield return happened;
        await pumping;
    }

    private async Task PumpAll(ChannelWriter<BrokerEvent> writer, CancellationToken ct)
    {
        try
        {
            await Task.WhenAll(venues.Values.Select(broker => Pump(broker, writer, ct)));
            writer.Complete();
        }
        catch (Exception broken)
        {
            writer.Complete(broken); // the reader sees the broken wire and asks again
        }
    }

    private static async Task Pump(IBroker broker, ChannelWriter<BrokerEvent> writer, CancellationToken ct)
    {
        await foreach (var happened in broker.Events(ct)) await writer.WriteAsync(happened, ct);
    }

    private static string NotConfigured(OrderReference order) =>
        $"No broker named {order.Venue} is configured to ask about {order.ClientOrderId}.";
}
