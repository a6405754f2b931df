using Superintel.Kernel;
using Superintel.Risk.Exposure.External.Ports;

namespace Superintel.Risk.Exposure.External.Memory;

public sealed class MemoryExternalBook : IExternalBook
{
    private readonly Dictionary<string, ExternalOrder> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string, InstrumentId), ExternalPosition> positions = [];

    public ValueTask<ExternalBook> Now(CancellationToken ct) => new(new ExternalBook(
        [.. orders.Values.Where(order => order.Leaves > 0m).OrderBy(order => order.Id, StringComparer.Ordinal)],
        [
            .. positions.Values.Where(position => position.Quantity != 0m)
                .OrderBy(position => position.Venue, StringComparer.Ordinal)
                .ThenBy(position => position.Account, StringComparer.Ordinal)
                .ThenBy(position => position.Instrument.ToString(), StringComparer.Ordinal),
        ]));

    public ValueTask Save(ExternalOrder order, CancellationToken ct)
    {
        if (!orders.TryGetValue(order.Id, out var known) || known.Version < order.Version) orders[order.Id] = order;
        return ValueTask.CompletedTask;
    }

    public ValueTask Save(ExternalPosition position, CancellationToken ct)
    {
        var key = (position.Venue, position.Account, position.Instrument);
        if (!positions.TryGetValue(key, out var known) || known.At <= position.At) positions[key] = position;
        return ValueTask.CompletedTask;
    }
}
