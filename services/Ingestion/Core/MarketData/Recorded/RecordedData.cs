using Superintel.Ingestion.MarketData.Recorded.Ports;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.ReferenceData;

namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>A data folder: its instruments, what is replayed of it and what is history.</summary>
public sealed class RecordedData
{
    private readonly IRecordedFiles? files;

    private RecordedData(
        IRecordedFiles? files, IReadOnlyList<ListedSeries> series, RecordedSlices slices, IReadOnlyList<RecordedFile> history) =>
        (this.files, Series, Slices, History) = (files, series, slices, history);

    public IReadOnlyList<ListedSeries> Series { get; }

    public RecordedSlices Slices { get; }

    /// <summary>Files that are not replayed: imported as history.</summary>
    public IReadOnlyList<RecordedFile> History { get; }

    /// <summary>Nothing recorded: no instruments, no slices, no history.</summary>
    public static RecordedData None(string feed) => new(null, [], RecordedSlices.Merge(feed, [], null, null), []);

    /// <exception cref="RecordedDataException">A file is missing or does not say what it should, or the options name one that files.csv
    /// does not.</exception>
    public static RecordedData Read(IRecordedFiles files, string feed, ReplayOptions options)
    {
        var instruments = Index(files, "instruments.csv", InstrumentsCsv.Read);
        var described = Index(files, "files.csv", RecordedFilesCsv.Read);
        if (options.Files.FirstOrDefault(name => described.All(f => f.Name != name)) is { } unknown)
            throw new RecordedDataException($"Replay:Files names {unknown}, which files.csv does not.");
        var replayed = described.Where(f => options.Files.Count > 0 ? options.Files.Contains(f.Name) : f.Replay).ToList();
        var slices = RecordedSlices.Merge(
            feed, replayed.Select(f => (f.Interval, Rows(files, f, instruments))), options.From, options.To);
        return new RecordedData(files, instruments, slices, [.. described.Except(replayed)]);
    }

    /// <exception cref="InvalidOperationException">The file is not of this data.</exception>
    public IReadOnlyList<RecordedRow> Rows(RecordedFile file) => files is not null
        ? Rows(files, file, Series)
        : throw new InvalidOperationException($"{file.Name} is not of this data.");

    private static IReadOnlyList<RecordedRow> Rows(IRecordedFiles files, RecordedFile file, IReadOnlyList<ListedSeries> series)
    {
        using var text = files.Open(file.Name);
        return RecordedReader.Read(file, series, text);
    }

    private static IReadOnlyList<T> Index<T>(IRecordedFiles files, string name, Func<TextReader, IReadOnlyList<T>> read)
    {
        using var text = files.Open(name);
        return read(text);
    }
}
