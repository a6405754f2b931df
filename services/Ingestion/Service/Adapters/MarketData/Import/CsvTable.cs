using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Superintel.Ingestion.MarketData.Import;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Import;

/// <summary>Takes a CSV file (RFC 4180) apart.</summary>
internal static class CsvTable
{
    /// <summary>No number, time or id is longer.</summary>
    private const double LongestField = 200;

    /// <returns>The table; a file without a header row has an empty one.</returns>
    public static ImportTable Read(Stream csv, ImportLimits limits)
    {
        var malformed = new List<RowError>();
        var quotes = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => quotes = true,
            MaxFieldSize = LongestField,
            Delimiter = ",",
        };
        using var text = new StreamReader(csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), leaveOpen: true);
        using var parser = new CsvParser(text, configuration);
        string[] header = [];
        var rows = new List<ImportRow>();
        try
        {
            while (parser.Read())
            {
                quotes = false;
                var fields = parser.Record ?? [];
                if (header.Length == 0) header = fields;
                else if (rows.Count == limits.MaximumRows) return Refuse(header, parser.RawRow, RowErrorCode.TooManyRows, $"more than {limits.MaximumRows} rows");
                else if (quotes) malformed.Add(Malformed(parser.RawRow, "quotes in the wrong place"));
                else if (fields.Length != header.Length)
                    malformed.Add(Malformed(parser.RawRow, $"{fields.Length} fields under {header.Length} headings"));
                else rows.Add(new ImportRow(parser.RawRow, fields));
            }
        }
        catch (MaxFieldSizeException)
        {
            return Refuse(header, parser.RawRow, RowErrorCode.MalformedRow, $"a field of more than {LongestField} characters");
        }
        catch (DecoderFallbackException)
        {
            return Refuse(header, parser.RawRow + 1, RowErrorCode.MalformedRow, "bytes that are not UTF-8");
        }
        return new ImportTable(header, rows, malformed);
    }

    // What follows such a row cannot be trusted to be rows.
    private static ImportTable Refuse(string[] header, int row, string code, string detail) => new(header, [], [new RowError(row, code, detail)]);

    private static RowError Malformed(int row, string detail) => new(row, RowErrorCode.MalformedRow, detail);
}
