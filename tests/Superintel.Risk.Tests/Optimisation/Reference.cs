using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Optimisation;

/// <summary>The shared reference portfolios and their prices.</summary>
internal static class Reference
{
    public static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(SharedData.Path($"data/reference/{name}.json")))!;

    public static double[] Numbers(this JsonNode node) => [.. node.AsArray().Select(value => (double)value!)];

    public static CovarianceEstimate Covariance(JsonNode matrix)
    {
        double[] flat = [.. matrix.AsArray().SelectMany(row => row!.Numbers())];
        return new CovarianceEstimate(CovarianceMethod.Sample, matrix.AsArray().Count, flat, 0);
    }

    /// <summary>Simple returns of the rows in which every asset has a price, today and before.</summary>
    public static ReturnPanel Returns(string file, IReadOnlyList<string>? columns = null, int? last = null)
    {
        var lines = File.ReadAllLines(SharedData.Path($"data/reference/input/{file}"));
        var header = lines[0].Split(',');
        var names = columns ?? header[1..];
        var at = names.Select(name => Array.IndexOf(header, name)).ToArray();
        var prices = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .Select(cells => at.Select(i => cells[i].Length > 0 ? double.Parse(cells[i]) : double.NaN).ToArray()).ToArray();
        var rows = prices.Zip(prices.Skip(1), (before, now) => now.Zip(before, (n, b) => (n / b) - 1).ToArray())
            .Where(row => row.All(double.IsFinite)).ToArray();
        var kept = rows[^Math.Min(rows.Length, last ?? rows.Length)..];
        return new ReturnPanel([.. names], [.. names.Select((_, i) => kept.Select(row => row[i]).ToArray())]);
    }
}
