using Superintel.Kernel;
using Superintel.Risk.Market.Ports;

namespace Superintel.Risk.Market.Memory;

public sealed class MemoryInstruments : IInstruments
{
    private readonly SortedDictionary<InstrumentId, Instrument> instruments = [];

    public ValueTask Save(Instrument instrument, CancellationToken ct)
    {
        instruments[instrument.Id] = instrument;
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Instrument>> Find(IReadOnlyCollection<InstrumentId> ids, CancellationToken ct) =>
        new([.. ids.Distinct().Order().Where(instruments.ContainsKey).Select(id => instruments[id])]);

    public ValueTask<IReadOnlyList<Instrument>> Fx(CancellationToken ct) =>
        new([.. instruments.Values.Where(i => i.AssetClass == AssetClass.Fx)]);
}
