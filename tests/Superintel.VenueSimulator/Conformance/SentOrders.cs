using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>The orders that the cases sent to a venue, but for those it proved not to have taken, in the order of sending.</summary>
public sealed class SentOrders
{
    private readonly Lock gate = new();
    private readonly List<OrderTicket> tickets = [];

    public IReadOnlyList<OrderTicket> All
    {
        get
        {
            lock (gate) return [.. tickets];
        }
    }

    /// <returns>False when it was sent before, under this name.</returns>
    internal bool Add(OrderTicket ticket)
    {
        lock (gate)
        {
            if (tickets.Any(one => one.ClientOrderId == ticket.ClientOrderId)) return false;
            tickets.Add(ticket);
            return true;
        }
    }

    internal void Remove(ClientOrderId name)
    {
        lock (gate) tickets.RemoveAll(one => one.ClientOrderId == name);
    }
}
