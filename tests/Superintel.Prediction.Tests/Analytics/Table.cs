using System.IO.Compression;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>A small CSV reader for tests: columns by name, rows as text.</summary>
internal sealed class Table
{
    private readonly string[] _header;
    private readonly List<string[]> _rows = [];

    private Table(string[] header) => _header = header;

    public IReadOnlyList<string[]> Rows => _rows;

    public static Table Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        var table = new Table(Cells(reader.ReadLine()!));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                table._rows.Add(Cells(line));
            }
        }

        return table;
    }

    public int Column(string name)
    {
        int index = Array.IndexOf(_header, name);
        return index >= 0 ? index : throw new KeyNotFoundException($"no column {name} in {string.Join(',', _header)}");
    }

    public bool Has(string name) => Array.IndexOf(_header, name) >= 0;

    public double[] Numbers(string name)
    {
        int column = Column(name);
        return [.. _rows.Where(r => r[column].Length > 0 && r[column] != "NA").Select(r => double.Parse(r[column]))];
    }

    public double[] Logs(string name) => Array.ConvertAll(Numbers(name), Math.Log);

    private static string[] Cells(string line) => Array.ConvertAll(line.Split(','), c => c.Trim('"'));
}
