namespace Superintel.Ingestion.MarketData.Recorded;

/// <summary>
/// One line of the project's own plain files: comma-separated, no quotes, one header. Files of others come in by import, which reads CSV
/// in full.
/// </summary>
public sealed class DelimitedLine
{
    private readonly string file;
    private readonly int number;
    private readonly IReadOnlyList<string> header;
    private readonly string[] fields;

    private DelimitedLine(string file, int number, IReadOnlyList<string> header, string[] fields) =>
        (this.file, this.number, this.header, this.fields) = (file, number, header, fields);

    public IReadOnlyList<string> Fields => fields;

    /// <exception cref="RecordedDataException">No such column.</exception>
    public string this[string column]
    {
        get
        {
            for (var i = 0; i < header.Count; i++)
            {
                if (header[i] == column) return fields[i];
            }
            throw Wrong($"there is no column '{column}'");
        }
    }

    /// <summary>Every line after the header, each with as many fields as the header.</summary>
    /// <param name="expected">The header it must have; null when any will do.</param>
    /// <exception cref="RecordedDataException">No header, another header, or a line of another length.</exception>
    public static IEnumerable<DelimitedLine> ReadAll(string file, TextReader text, IReadOnlyList<string>? expected)
    {
        var header = text.ReadLine()?.Split(',') ?? throw new RecordedDataException($"{file} is empty.");
        if (expected is not null && !header.SequenceEqual(expected))
            throw new RecordedDataException($"{file}: the header is '{string.Join(',', header)}', not '{string.Join(',', expected)}'.");
        for (var number = 2; text.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            var read = new DelimitedLine(file, number, header, line.Split(','));
            if (read.fields.Length != header.Length) throw read.Wrong($"{read.fields.Length} fields under {header.Length} headings");
            yield return read;
        }
    }

    public RecordedDataException Wrong(string what) => new($"{file}, line {number}: {what}.");
}
