using Superintel.Kernel;

namespace Superintel.Prediction.Panel.Ports;

/// <summary>Instruments as prediction knows them.</summary>
public interface IInstruments
{
    ValueTask<InstrumentBook> Load(CancellationToken ct);

    /// <summary>Adds the instrument or replaces what was known of it.</summary>
    ValueTask List(PanelInstrument instrument, CancellationToken ct);

    /// <summary>Remembers that an instrument's data is stale or fresh again; it need not be listed yet.</summary>
    ValueTask MarkFreshness(InstrumentId id, bool stale, DateTimeOffset lastBarAt, CancellationToken ct);
}
