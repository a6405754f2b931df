using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Import.Ports;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.ReferenceData;
using Superintel.Ingestion.ReferenceData.ListInstruments;
using Superintel.Ingestion.ReferenceData.Ports;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>Imports one file: whole or, where asked, its good rows; once, however often it is sent.</summary>
public sealed class ImportBars(
    IInstruments instruments,
    IBars bars,
    IImports imports,
    ListInstruments listInstruments,
    AdmitHistory admit,
    GateTracks tracks,
    IngestionOptions options)
{
    /// <param name="now">The wall clock: history is the past of the day it is imported on, whatever day is being replayed.</param>
    public async Task<ImportOutcome> Handle(ImportRequest request, ImportTable table, DateTimeOffset now, CancellationToken ct)
    {
        if (await imports.Find(request.Key, ct) is { } before) return before with { Repeated = true };
        var known = await Known(request, table, ct);
        var reading = new ImportReader(request, known, now, options.Import.MaximumErrors).Read(table);
        var stored = await StoredBars.Load(bars, [.. reading.Bars.Select(b => b.Bar)], request.Interval, ct);
        var conflicts = reading.Bars.Where(b => Conflicts(b.Bar, stored)).ToList();
        List<RowError> errors = [.. reading.Errors, .. conflicts.Select(c => Conflict(c.Row, c.Bar, stored))];
        var rejected = reading.ErrorCount + conflicts.Count;
        if (rejected > 0 && (!request.Partial || reading.Bars.Count == conflicts.Count))
            return ImportOutcome.Refused(errors, rejected, options.Import);

        await listInstruments.Handle(reading.New, ct);
        var classes = known.Values.Concat(reading.New).ToDictionary(i => i.Id, i => i.AssetClass);
        var admitted = await admit.Handle([.. reading.Bars.Except(conflicts).Select(b => b.Bar)], stored, classes, now, ct);
        var outcome = new ImportOutcome(
            admitted.Stored,
            admitted.Already,
            admitted.Quarantined,
            [.. errors.OrderBy(e => e.Row).Take(options.Import.MaximumErrors)],
            rejected,
            Repeated: false);
        await imports.Save(request.Key, outcome, ct);
        // What the gate remembers of a series may now be missing bars that stand before its next one.
        tracks.Forget();
        return outcome;
    }

    // A hole where a bar is stored is no contradiction: the gate sets it aside.
    private static bool Conflicts(BarCandidate bar, IReadOnlyDictionary<BarPosition, Bar> stored) =>
        bar.Close is not null
        && stored.TryGetValue(new BarPosition(bar.ClosedAt, bar.Instrument), out var there)
        && !there.SaysTheSame(bar);

    private static RowError Conflict(int row, BarCandidate bar, IReadOnlyDictionary<BarPosition, Bar> stored)
    {
        var there = stored[new BarPosition(bar.ClosedAt, bar.Instrument)];
        return new RowError(
            row, RowErrorCode.ConflictsWithStored, $"{bar.Instrument} at {bar.ClosedAt:O} closes at {bar.Close}, stored is {there.Close}");
    }

    private async Task<Dictionary<InstrumentId, Instrument>> Known(ImportRequest request, ImportTable table, CancellationToken ct)
    {
        var known = new Dictionary<InstrumentId, Instrument>();
        foreach (var name in Named(request, table).Distinct(StringComparer.Ordinal))
        {
            if (InstrumentId.TryParse(name, out var id) && await instruments.Find(id, ct) is { } instrument) known[id] = instrument;
        }
        return known;
    }

    private static IEnumerable<string> Named(ImportRequest request, ImportTable table)
    {
        if (request.Instrument is { } instrument) yield return instrument.ToString();
        if (ImportColumns.Of(table.Header, request.Instrument).Columns is not { } columns) yield break;
        foreach (var (_, name) in columns.Series) yield return name;
        if (columns.Symbol is not { } symbol) yield break;
        foreach (var row in table.Rows) yield return row.Fields[symbol].Trim();
    }
}
