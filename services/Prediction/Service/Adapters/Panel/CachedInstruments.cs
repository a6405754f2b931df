using Superintel.Kernel;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Panel.Ports;

namespace Superintel.Prediction.Service.Adapters.Panel;

/// <summary>Instruments kept at hand for the handlers.</summary>
internal sealed class CachedInstruments(PostgresInstruments stored, PredictionCache cache) : IInstruments
{
    public async ValueTask<InstrumentBook> Load(CancellationToken ct) => cache.Instruments ??= await stored.Load(ct);

    public async ValueTask List(PanelInstrument instrument, CancellationToken ct)
    {
        var book = await Load(ct);
        await stored.List(instrument, ct);
        cache.Instruments = book.With(instrument);
    }

    public async ValueTask MarkFreshness(InstrumentId id, bool stale, DateTimeOffset lastBarAt, CancellationToken ct)
    {
        var book = await Load(ct);
        await stored.MarkFreshness(id, stale, lastBarAt, ct);
        cache.Instruments = book.With(id, stale);
    }
}
