using Superintel.Ingestion.ReferenceData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.ReferenceData.Memory;

/// <summary>Instruments of one process.</summary>
public sealed class MemoryInstruments : IInstruments
{
    private readonly SortedDictionary<InstrumentId, Instrument> instruments = [];

    public ValueTask<Instrument?> Find(InstrumentId id, CancellationToken ct) => ValueTask.FromResult(instruments.GetValueOrDefault(id));

    public ValueTask<IReadOnlyList<Instrument>> List(string search, InstrumentId? after, int limit, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<Instrument>>(
        [
            .. instruments.Values.Where(i => (after is null || i.Id > after.Value) && Matches(i, search)).Take(limit),
        ]);

    public ValueTask<bool> Save(Instrument instrument, CancellationToken ct)
    {
        if (instruments.TryGetValue(instrument.Id, out var known) && known == instrument) return ValueTask.FromResult(false);
        instruments[instrument.Id] = instrument;
        return ValueTask.FromResult(true);
    }

    private static bool Matches(Instrument instrument, string search) =>
        instrument.Id.ToString().Contains(search, StringComparison.OrdinalIgnoreCase)
        || instrument.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
        || instrument.Sector.Contains(search, StringComparison.OrdinalIgnoreCase);
}
