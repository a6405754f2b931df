using System.Text.Unicode;
using CsvHelper;
using Superintel.Ingestion.MarketData.Import;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Import;

/// <summary>Takes a CSV file (RFC 4180, UTF-8, commas) apart.</summary>
internal static class CsvTable
{
    /// <returns>The table; a file without a header row has an empty one.</returns>
    public static ImportTable Read(byte[] csv, ImportLimits limits)
    {
        if (!Utf8.IsValid(csv)) return Refuse([], 1, RowErrorCode.MalformedRow, "the file is not UTF-8");
        var malformed = new List<RowError>();
        using var reader = CsvReader.Create(csv, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => malformed.Add(Malformed(record.LineNumber, $"quotes: {record.Reason}")),
        });
        string[] header = [];
        var rows = new List<ImportRow>();
        while (reader.Read())
        {
            var (line, fields) = ((int)reader.LineNumber, Fields(reader));
            if (header.Length == 0) header = fields;
            else if (rows.Count == limits.MaximumRows)
                return Refuse(header, line, RowErrorCode.TooManyRows, $"more than {limits.MaximumRows} rows");
            else if (malformed.Count >= limits.MaximumErrors)
                return Refuse(header, malformed[0].Row, RowErrorCode.MalformedRow, $"the first of more than {limits.MaximumErrors}");
            else if (fields.Length == header.Length) rows.Add(new ImportRow(line, fields));
            else malformed.Add(Malformed(line, $"{fields.Length} fields under {header.Length} headings"));
        }
        return new ImportTable(header, rows, malformed);
    }

    private static string[] Fields(CsvReader reader)
    {
        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++) fields[i] = reader[i].ToString();
        return fields;
    }

    // What follows such a row cannot be trusted to be rows.
    private static ImportTable Refuse(string[] header, int line, string code, string detail) =>
        new(header, [], [new RowError(line, code, detail)]);

    private static RowError Malformed(long line, string detail) => new((int)line, RowErrorCode.MalformedRow, detail);
}
