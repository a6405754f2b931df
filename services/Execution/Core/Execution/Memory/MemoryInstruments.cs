using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Memory;

public sealed class MemoryInstruments : IInstruments
{
    private readonly SortedDictionary<InstrumentId, Instrument> instruments = [];

    public ValueTask<Instrument?> Find(InstrumentId id, CancellationToken ct) => new(instruments.GetValueOrDefault(id));

    public ValueTask Save(Instrument instrument, CancellationToken ct)
    {
        instruments[instrument.Id] = instrument;
        return ValueTask.CompletedTask;
    }
}
