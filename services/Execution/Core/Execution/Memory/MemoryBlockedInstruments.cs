using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryBlockedInstruments : IBlockedInstruments
{
    private IReadOnlyList<BlockedInstrument> all = [];

    public ValueTask<BlockedInstrument?> Find(InstrumentId id, CancellationToken ct) =>
        new(all.FirstOrDefault(blocked => blocked.Instrument == id && !blocked.IsDust));

    public ValueTask<IReadOnlyList<BlockedInstrument>> All(CancellationToken ct) => new(all);

    public ValueTask Replace(IReadOnlyList<BlockedInstrument> blocked, CancellationToken ct)
    {
        all =
        [
            .. blocked.OrderBy(one => one.Instrument)
                .ThenBy(one => one.Venue, StringComparer.Ordinal)
                .ThenBy(one => one.Account, StringComparer.Ordinal),
        ];
        return ValueTask.CompletedTask;
    }
}
