using Superintel.Ingestion.MarketData.Import.Ports;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>Stores a recorded file that is not replayed, once.</summary>
public sealed class ImportHistory(RecordedData data, IBars bars, IImports imports, AdmitHistory admit)
{
    /// <param name="now">The wall clock.</param>
    /// <returns>Null when the file was stored before.</returns>
    public async Task<AdmittedHistory?> Handle(RecordedFile file, DateTimeOffset now, CancellationToken ct)
    {
        var key = StableId.Of("history", file.Name);
        if (await imports.Find(key, ct) is not null) return null;
        BarCandidate[] candidates = [.. data.Rows(file).SelectMany(r => r.Bars).OrderBy(b => b.Instrument).ThenBy(b => b.ClosedAt)];
        var stored = await StoredBars.Load(bars, candidates, file.Interval, ct);
        var classes = data.Series.ToDictionary(s => s.Instrument.Id, s => s.Instrument.AssetClass);
        var admitted = await admit.Handle(candidates, stored, classes, now, ct);
        await imports.Save(key, new ImportOutcome(admitted.Stored, admitted.Already, admitted.Quarantined, [], 0, Repeated: false), ct);
        return admitted;
    }
}
