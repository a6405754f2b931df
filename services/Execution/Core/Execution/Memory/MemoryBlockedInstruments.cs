using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryBlockedInstruments : IBlockedInstruments
{
    private SortedDictionary<InstrumentId, BlockedInstrument> all = [];

    public ValueTask<BlockedInstrument?> Find(InstrumentId id, CancellationToken ct) => new(all.GetValueOrDefault(id));

    public ValueTask<IReadOnlyList<BlockedInstrument>> All(CancellationToken ct) => new([.. all.Values]);

    public ValueTask Replace(IReadOnlyList<BlockedInstrument> blocked, CancellationToken ct)
    {
        all = new SortedDictionary<InstrumentId, BlockedInstrument>(blocked.ToDictionary(b => b.Instrument));
        return ValueTask.CompletedTask;
    }
}
