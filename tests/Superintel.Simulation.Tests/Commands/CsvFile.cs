using System.Globalization;
using Superintel.TestKit;

namespace Superintel.Simulation.Tests.Commands;

/// <summary>A CSV file in a temporary folder.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly string folder = Scratch.Folder("csv");

    public CsvFile(string text) => File.WriteAllText(Path, text);

    public string Path => System.IO.Path.Combine(folder, "input.csv");

    /// <summary>A date column and one column per asset of seeded returns that move together in part.</summary>
    public static CsvFile Returns(int assets = 4, int rows = 120, Action<string[][]>? spoil = null)
    {
        var draw = new Random(7);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - draw.NextDouble())) * Math.Cos(2 * Math.PI * draw.NextDouble());
        var cells = new string[rows][];
        for (var t = 0; t < rows; t++)
        {
            var market = 0.01 * Normal();
            cells[t] = [new DateOnly(2020, 1, 1).AddDays(t).ToString("yyyy-MM-dd"), .. Enumerable.Range(0, assets)
                .Select(i => (0.002 + ((0.6 + (0.2 * i)) * market) + (0.008 * Normal())).ToString("R", CultureInfo.InvariantCulture))];
        }
        spoil?.Invoke(cells);
        var header = "date," + string.Join(',', Enumerable.Range(0, assets).Select(i => $"A{i}"));
        return new CsvFile(header + "\n" + string.Concat(cells.Select(row => string.Join(',', row) + "\n")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
