using Superintel.Kernel;
using Superintel.Risk.Restricted.Ports;

namespace Superintel.Risk.Restricted.Memory;

public sealed class MemoryRestrictedList : IRestrictedList
{
    private readonly SortedDictionary<InstrumentId, RestrictedInstrument> entries = [];

    public ValueTask<IReadOnlyList<RestrictedInstrument>> All(CancellationToken ct) => new([.. entries.Values]);

    public ValueTask<bool> TryAdd(RestrictedInstrument entry, CancellationToken ct) => new(entries.TryAdd(entry.Instrument, entry));

    public ValueTask<bool> TryRemove(InstrumentId instrument, CancellationToken ct) => new(entries.Remove(instrument));
}
