using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.Memory;

public sealed class MemoryFills : IFills
{
    private readonly Dictionary<FillKey, List<Fill>> byKey = [];
    private readonly List<Fill> fills = [];

    public ValueTask<bool> TryAppend(Fill fill, CancellationToken ct)
    {
        if (!byKey.TryGetValue(fill.Key, out var told)) byKey[fill.Key] = told = [];
        if (told.Any(one => (one.Revision, one.IsCommission) == (fill.Revision, fill.IsCommission))) return new(false);
        told.Add(fill);
        fills.Add(fill);
        return new(true);
    }

    public IAsyncEnumerable<Fill> All(CancellationToken ct) => fills.ToAsyncEnumerable();

    public ValueTask<IReadOnlyList<Fill>> Of(FillKey execution, CancellationToken ct) =>
        new([.. byKey.GetValueOrDefault(execution) ?? []]);

    public ValueTask<IReadOnlyList<Fill>> Of(PositionKey position, CancellationToken ct) =>
        new([.. fills.Where(fill => new PositionKey(fill.PairId, fill.Instrument) == position)]);
}
