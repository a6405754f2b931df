namespace Superintel.VenueSimulator.Matching;

/// <summary>Orders by number and by name, and the open ones by themselves: one costs the same after a hundred thousand others.</summary>
internal sealed class SimOrders
{
    private readonly SortedDictionary<long, SimOrder> all = [];
    private readonly SortedDictionary<long, SimOrder> open = [];
    private readonly Dictionary<string, long> newest = new(StringComparer.Ordinal); // that ever had the name

    public int Count => all.Count;

    public IReadOnlyCollection<SimOrder> All => all.Values;

    public IReadOnlyCollection<SimOrder> Open => open.Values;

    public SimOrder? Find(long id) => all.GetValueOrDefault(id);

    public SimOrder? Newest(string clientId)
    {
        if (!newest.TryGetValue(clientId, out var id)) return null;
        return all[id] is { } order && order.Ticket.ClientId == clientId
            ? order
            : all.Values.LastOrDefault(other => other.Ticket.ClientId == clientId); // it was given another name since
    }

    public void Put(SimOrder order)
    {
        all[order.Id] = order;
        if (order.IsOpen) open[order.Id] = order;
        else open.Remove(order.Id);
        if (newest.GetValueOrDefault(order.Ticket.ClientId) < order.Id) newest[order.Ticket.ClientId] = order.Id;
    }
}
