using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.VenueSimulator.Conformance;

/// <summary>The orders of cases that have not passed, but for those that the venue proved not to have taken, as they were sent.</summary>
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

    /// <summary>Those after the first so many are over: their case has passed.</summary>
    internal void Over(int first)
    {
        lock (gate) tickets.RemoveRange(first, tickets.Count - first);
    }

    internal void Remove(ClientOrderId name)
    {
        lock (gate) tickets.RemoveAll(one => one.ClientOrderId == name);
    }
}
