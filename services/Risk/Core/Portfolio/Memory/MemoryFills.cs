using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Portfolio.Memory;

public sealed class MemoryFills : IFills
{
    private readonly HashSet<FillKey> keys = [];
    private readonly List<Fill> fills = [];

    public ValueTask<bool> TryAppend(Fill fill, CancellationToken ct)
    {
        var added = keys.Add(fill.Key);
        if (added) fills.Add(fill);
        return new(added);
    }

    public IAsyncEnumerable<Fill> All(CancellationToken ct) => fills.ToAsyncEnumerable();
}
