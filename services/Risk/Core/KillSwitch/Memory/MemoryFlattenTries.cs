using Superintel.Risk.KillSwitch.Ports;

namespace Superintel.Risk.KillSwitch.Memory;

public sealed class MemoryFlattenTries : IFlattenTries
{
    private readonly SortedDictionary<string, FlattenTry> newest = new(StringComparer.Ordinal);

    public ValueTask<IReadOnlyList<FlattenTry>> Of(long version, CancellationToken ct) =>
        new([.. newest.Values.Where(one => one.Version == version)]);

    public ValueTask Save(FlattenTry one, CancellationToken ct)
    {
        newest[one.PairId] = one;
        return ValueTask.CompletedTask;
    }
}
