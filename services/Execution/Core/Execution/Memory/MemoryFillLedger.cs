using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryFillLedger : IFillLedger
{
    private readonly List<Fill> fills = [];
    private readonly Dictionary<ClientOrderId, List<Fill>> byOrder = [];
    private readonly HashSet<(string Venue, string Account, string ExecutionId, int Revision, FillKind Kind)> keys = [];

    public ValueTask<bool> Append(Fill fill, CancellationToken ct)
    {
        if (!keys.Add((fill.Venue, fill.Account, fill.ExecutionId, fill.Revision, fill.Kind))) return new(false);
        fills.Add(fill);
        if (!byOrder.TryGetValue(fill.ClientOrderId, out var own)) byOrder[fill.ClientOrderId] = own = [];
        own.Add(fill);
        return new(true);
    }

    public ValueTask<IReadOnlyList<Fill>> Of(ClientOrderId order, CancellationToken ct) =>
        new([.. byOrder.GetValueOrDefault(order) ?? []]);

    public ValueTask<IReadOnlyList<LedgerFill>> List(FillQuery query, CancellationToken ct) => new(
    [
        .. fills.Select((fill, place) => new LedgerFill(place + 1, fill)).Reverse()
            .Where(listed => query.Before is not { } before || listed.Sequence < before)
            .Where(listed => query.DecisionId is not { } decision || listed.Fill.DecisionId == decision)
            .Take(query.Limit),
    ]);

    public ValueTask<IReadOnlyList<NetPosition>> Positions(CancellationToken ct) => new(
    [
        .. fills.GroupBy(fill => (fill.Venue, fill.Account, fill.Instrument))
            .Select(group => new NetPosition(
                group.Key.Venue, group.Key.Account, group.Key.Instrument, group.Sum(fill => fill.Moved)))
            .Where(position => position.Quantity != 0m)
            .OrderBy(position => position.Venue, StringComparer.Ordinal)
            .ThenBy(position => position.Account, StringComparer.Ordinal)
            .ThenBy(position => position.Instrument),
    ]);
}
