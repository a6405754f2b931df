using Superintel.Kernel;
using Superintel.Prediction.Panel.Ports;

namespace Superintel.Prediction.Panel.Memory;

/// <summary>Instruments in memory.</summary>
public sealed class MemoryInstruments : IInstruments
{
    private InstrumentBook book = InstrumentBook.Empty;

    public ValueTask<InstrumentBook> Load(CancellationToken ct) => ValueTask.FromResult(book);

    public ValueTask List(PanelInstrument instrument, CancellationToken ct)
    {
        book = book.With(instrument);
        return ValueTask.CompletedTask;
    }

    public ValueTask MarkFreshness(InstrumentId id, bool stale, DateTimeOffset lastBarAt, CancellationToken ct)
    {
        book = book.With(id, stale);
        return ValueTask.CompletedTask;
    }
}
