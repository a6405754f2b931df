using Superintel.Execution.Execution.Fills;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryFillLedger : IFillLedger
{
    private readonly List<Fill> fills = [];
    private readonly HashSet<(string Venue, string Account, string ExecutionId)> keys = [];

    public ValueTask<bool> Append(Fill fill, CancellationToken ct)
    {
        if (!keys.Add((fill.Venue, fill.Account, fill.ExecutionId))) return new(false);
        fills.Add(fill);
        return new(true);
    }

    public ValueTask<IReadOnlyList<Fill>> Of(ClientOrderId order, CancellationToken ct) =>
        new([.. fills.Where(fill => fill.ClientOrderId == order)]);

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
