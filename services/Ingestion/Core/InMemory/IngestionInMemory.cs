using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.CloseSlice;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Memory;
using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Recorded.Ports;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.ReferenceData.ListInstruments;
using Superintel.Ingestion.ReferenceData.Memory;

namespace Superintel.Ingestion.InMemory;

/// <summary>
/// All of Ingestion over memory adapters: a source of slices that its driver pulls one at a time. The same gate judges the same candidates
/// in the same order as in the service, so the events are the same.
/// </summary>
public sealed class IngestionInMemory
{
    private readonly RecordedData data;
    private readonly ListInstruments listInstruments;
    private readonly CloseSlice closeSlice;
    private SlicePosition? position;

    /// <param name="events">Receives InstrumentListed, BarQuarantined, FeedFreshnessChanged and, last of each slice, BarClosed.</param>
    /// <exception cref="RecordedDataException">The recorded files do not say what they should.</exception>
    public IngestionInMemory(IEvents events, TimeProvider clock, IngestionOptions options, IRecordedFiles files)
    {
        data = RecordedData.Read(files, options.Feed, options.Replay);
        listInstruments = new ListInstruments(Instruments, events, clock);
        closeSlice = new CloseSlice(Instruments, Bars, Quarantine, Freshness, events, new GateTracks(options.Gate), options);
    }

    public MemoryInstruments Instruments { get; } = new();

    public MemoryBars Bars { get; } = new();

    public MemoryQuarantine Quarantine { get; } = new();

    public MemoryFreshnessBook Freshness { get; } = new();

    /// <summary>Where the next slice stands; null after the last. A driver of virtual time moves its clock here first.</summary>
    public SlicePosition? Next => data.Slices.After(position)?.Position;

    public int Remaining => data.Slices.RemainingAfter(position);

    /// <summary>Publishes InstrumentListed for every instrument of the data. Call once, before the first slice.</summary>
    public Task<int> Start(CancellationToken ct) => listInstruments.Handle([.. data.Series.Select(s => s.Instrument)], ct);

    /// <summary>Takes the next slice through the gate and publishes what comes of it.</summary>
    /// <returns>The slice's event, already published; null when there is no further slice.</returns>
    public async Task<BarClosed?> NextSlice(CancellationToken ct)
    {
        if (data.Slices.After(position) is not { } slice) return null;
        position = slice.Position;
        return (await closeSlice.Handle(slice, replayed: true, now: slice.Position.ClosedAt, ct)).Event;
    }
}
