using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.ReferenceData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.ReferenceData;

/// <summary>Instruments with the freshness of their data.</summary>
public sealed class DescribeInstruments(IInstruments instruments, IFreshnessBook freshness)
{
    /// <summary>Ordered by id; the parameters are those of <see cref="IInstruments.List"/>.</summary>
    public async Task<IReadOnlyList<InstrumentStatus>> List(string search, InstrumentId? after, int limit, CancellationToken ct)
    {
        var book = await freshness.Load(ct);
        return [.. (await instruments.List(search, after, limit, ct)).Select(i => Describe(i, book))];
    }

    public async Task<InstrumentStatus?> Find(InstrumentId id, CancellationToken ct) =>
        await instruments.Find(id, ct) is { } instrument ? Describe(instrument, await freshness.Load(ct)) : null;

    // Of several intervals the freshest one that may be decided on speaks for the instrument.
    private static InstrumentStatus Describe(Instrument instrument, IReadOnlyList<SeriesFreshness> book)
    {
        var series = book
            .Where(s => s.Instrument == instrument.Id)
            .OrderBy(s => s.Stale)
            .ThenByDescending(s => s.LastBarAt)
            .FirstOrDefault();
        return series is null
            ? new InstrumentStatus(instrument, string.Empty, null, Stale: true, "no-data")
            : new InstrumentStatus(instrument, series.Feed, series.LastBarAt, series.Stale, series.Reason);
    }
}
