using System.Globalization;
using Superintel.Simulation.Tests.Commands;

namespace Superintel.Simulation.Tests.Research;

/// <summary>A seeded cointegrated pair A, B and a walk C of its own, and files of them.</summary>
internal static class PairFile
{
    public const int Rows = 400;

    public static double[][] Series()
    {
        var draw = new Random(3);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - draw.NextDouble())) * Math.Cos(2 * Math.PI * draw.NextDouble());
        double[][] columns = [new double[Rows], new double[Rows], new double[Rows]];
        var (level, spread, alone) = (50.0, 0.0, 80.0);
        for (var t = 0; t < Rows; t++)
        {
            level += 0.4 * Normal();
            spread = (0.85 * spread) + (0.5 * Normal());
            alone += 0.5 * Normal();
            (columns[0][t], columns[1][t], columns[2][t]) = (5 + (0.8 * level) + spread, level, alone);
        }

        return columns;
    }

    public static CsvFile Wide() => Wide("A,B,C", Series());

    public static CsvFile Wide(string names, params double[][] columns) => Wide(names, Day, columns);

    public static CsvFile Wide(string names, Func<int, string> stamp, params double[][] columns) => new(
        $"ts,{names}\n" + string.Concat(
            Enumerable.Range(0, columns[0].Length).Select(t => $"{stamp(t)},{string.Join(',', columns.Select(c => Text(c[t])))}\n")));

    /// <summary>Long form, one symbol after the other, each with its own way to write a timestamp.</summary>
    public static CsvFile Long(params (string Symbol, double[] Values, Func<int, string> Stamp)[] symbols) => new(
        "symbol,ts,open,high,low,close,volume\n" + string.Concat(
            symbols.SelectMany(s => s.Values.Select((v, t) => $"{s.Symbol},{s.Stamp(t)},1,1,1,{Text(v)},100\n"))));

    public static string Day(int t) => new DateOnly(2020, 1, 1).AddDays(t).ToString("yyyy-MM-dd");

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
