using Superintel.Ingestion.ReferenceData;
using Superintel.Kernel;

namespace Superintel.Ingestion.MarketData.Import;

/// <summary>Makes candidates of an import's rows, or says of each row why not. One import, one reader.</summary>
/// <param name="known">Every instrument the file or the request names that is known.</param>
/// <param name="now">Nothing may close after this.</param>
/// <param name="mostErrors">Errors that are kept; the others are counted.</param>
public sealed class ImportReader(
    ImportRequest request, IReadOnlyDictionary<InstrumentId, Instrument> known, DateTimeOffset now, int mostErrors)
{
    /// <summary>Older than any market data there is; a time before it is a mistake, and storage would make room for every year
    /// since.</summary>
    private static readonly DateTimeOffset Earliest = new(1800, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<RowError> errors = [];
    private int errorCount;
    private readonly SortedDictionary<InstrumentId, SortedList<DateTimeOffset, (int Row, BarCandidate Bar)>> bars = [];
    private readonly SortedDictionary<InstrumentId, Instrument> declared = [];
    private readonly SortedSet<DateTimeOffset> calendar = [];

    public ImportReading Read(ImportTable table)
    {
        foreach (var malformed in table.Malformed) Note(malformed);
        if (table.Header.Count == 0 && errorCount > 0) return new ImportReading([], [], [.. errors], errorCount);
        var (columns, error) = ImportColumns.Of(table.Header, request.Instrument);
        if (columns is null) return new ImportReading([], [], [error!], 1);
        if (columns.Series.Count > 0) ReadWide(table, columns);
        else foreach (var row in table.Rows) ReadBar(row, columns);
        if (table.Rows.Count == 0 && errors.Count == 0) Note(new RowError(1, RowErrorCode.NoRows, "the file has a header and no rows"));
        return new ImportReading(
            [.. bars.SelectMany(s => Whole(s.Key, s.Value))],
            [.. declared.Values],
            [.. errors.OrderBy(e => e.Row).ThenBy(e => e.Code, StringComparer.Ordinal)],
            errorCount);
    }

    private void ReadWide(ImportTable table, ImportColumns columns)
    {
        var series = columns.Series.Select(s => (s.Column, s.Name, Instrument: Find(s.Name, 1))).ToList();
        foreach (var row in table.Rows)
        {
            if (TimeOf(row, columns) is not { } at) continue;
            foreach (var (column, name, instrument) in series)
            {
                if (instrument is null) continue;
                var close = ImportField.Price(row.Fields[column], name, MayBeNegative(instrument));
                if (Refused(row, close)) continue;
                Add(row, BarCandidate.OfClose(request.Source, instrument.Id, request.Interval, at, close.Value, volume: null));
            }
        }
    }

    private void ReadBar(ImportRow row, ImportColumns columns)
    {
        var instrument = columns.Symbol is { } symbol
            ? Find(row.Fields[symbol].Trim(), row.Number)
            : Find(request.Instrument!.Value.ToString(), row.Number);
        if (TimeOf(row, columns) is not { } at || instrument is null) return;
        var negative = MayBeNegative(instrument);
        var close = ImportField.Price(row.Fields[columns.Close!.Value], "close", negative);
        var volume = columns.Volume is { } v ? ImportField.Volume(row.Fields[v]) : default;
        if (!columns.HasFullBars)
        {
            if (Refused(row, close, volume)) return;
            Add(row, BarCandidate.OfClose(request.Source, instrument.Id, request.Interval, at, close.Value, volume.Value));
            return;
        }
        var open = ImportField.Price(row.Fields[columns.Open!.Value], "open", negative);
        var high = ImportField.Price(row.Fields[columns.High!.Value], "high", negative);
        var low = ImportField.Price(row.Fields[columns.Low!.Value], "low", negative);
        if (Refused(row, open, high, low, close, volume)) return;
        var bar = BarCandidate.OfClose(request.Source, instrument.Id, request.Interval, at, close.Value, volume.Value);
        Add(row, bar with { Open = open.Value, High = high.Value, Low = low.Value, CloseOnly = false });
    }

    private void Add(ImportRow row, BarCandidate bar)
    {
        if (!bars.TryGetValue(bar.Instrument, out var series)) bars.Add(bar.Instrument, series = []);
        calendar.Add(bar.ClosedAt);
        if (series.Count == 0 || bar.ClosedAt > series.Keys[^1])
            series.Add(bar.ClosedAt, (row.Number, bar));
        else if (series.ContainsKey(bar.ClosedAt))
            Refuse(row, RowErrorCode.DuplicateTimestamp, $"{bar.Instrument} has a row of {bar.ClosedAt:O} already");
        else
            Refuse(row, RowErrorCode.UnorderedTimestamp, $"{bar.Instrument} at {bar.ClosedAt:O} comes after a row of {series.Keys[^1]:O}");
    }

    // The file's own calendar: where other series have a row and this one, in its own span, has none, there is a hole.
    private List<(int Row, BarCandidate Bar)> Whole(InstrumentId id, SortedList<DateTimeOffset, (int Row, BarCandidate Bar)> series)
    {
        var whole = new List<(int Row, BarCandidate Bar)>();
        foreach (var at in calendar.GetViewBetween(series.Keys[0], series.Keys[^1]))
        {
            whole.Add(series.TryGetValue(at, out var there)
                ? there
                : (0, BarCandidate.OfClose(request.Source, id, request.Interval, at, close: null, volume: null)));
        }
        return whole;
    }

    private Instrument? Find(string name, int row)
    {
        if (!InstrumentId.TryParse(name, out var id))
        {
            Note(new RowError(row, RowErrorCode.UnknownInstrument, $"'{name}' is not an instrument id; write SYMBOL.VENUE"));
            return null;
        }
        if ((known.GetValueOrDefault(id) ?? declared.GetValueOrDefault(id)) is { } instrument) return instrument;
        if (request is { AssetClass: { } assetClass, Currency: { } currency })
            return declared[id] = new Instrument(
                id, id.ToString(), assetClass, currency, 1m, 0.01m, assetClass != AssetClass.Index, string.Empty);
        Note(new RowError(row, RowErrorCode.UnknownInstrument, $"{id} is not listed; name its asset class and currency to list it"));
        return null;
    }

    private DateTimeOffset? TimeOf(ImportRow row, ImportColumns columns)
    {
        var text = row.Fields[columns.Time].Trim();
        var at = ImportTimes.CloseOf(text, request.Interval);
        if (at is null) Refuse(row, RowErrorCode.MalformedTimestamp, $"'{text}' is not a time for {request.Interval} bars");
        if (at < Earliest)
        {
            Refuse(row, RowErrorCode.DateTooEarly, $"'{text}' lies before {Earliest:yyyy-MM-dd}");
            return null;
        }
        if (at <= now || at is null) return at;
        Refuse(row, RowErrorCode.FutureDate, $"'{text}' closes at {at:O}, and it is {now:O}");
        return null;
    }

    private static bool MayBeNegative(Instrument instrument) => instrument.AssetClass == AssetClass.Future;

    private bool Refused(ImportRow row, params ReadOnlySpan<ImportField> fields)
    {
        var refused = false;
        foreach (var field in fields)
        {
            if (field.ErrorCode is null) continue;
            Refuse(row, field.ErrorCode, field.Detail);
            refused = true;
        }
        return refused;
    }

    private void Refuse(ImportRow row, string code, string detail) => Note(new RowError(row.Number, code, detail));

    private void Note(RowError error)
    {
        errorCount++;
        if (errors.Count < mostErrors) errors.Add(error);
    }
}
