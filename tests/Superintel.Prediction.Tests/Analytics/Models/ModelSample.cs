using System.Text.Json;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Reference numbers of statistical models of the repository's own sample (Fixtures/SOURCES.md).</summary>
internal static class ModelSample
{
    private static readonly Table Closes = Table.Read(RepositoryFiles.Sample("dow30_close_daily_1990_2001.csv"));

    public static JsonElement Reference { get; } =
        Analytics.Reference.Read(RepositoryFiles.Fixture("statsmodels_models_dow30.json"));

    public static double[] Levels(string name) => Closes.Logs(name);

    public static double[] Returns(string name)
    {
        double[] levels = Closes.Logs(name);
        return [.. levels.Skip(1).Zip(levels, (next, last) => 100 * (next - last))];
    }

    public static double[] Rows(this JsonElement rows) => [.. rows.EnumerateArray().SelectMany(r => r.Doubles())];

    public static double[] Cube(this JsonElement slices) => [.. slices.EnumerateArray().SelectMany(s => s.Rows())];

    /// <summary>Demands agreement relative to the greatest entry: one near zero carries that one's rounding.</summary>
    public static void Same(IReadOnlyCollection<double> expected, IEnumerable<double> actual, double relative, string what)
    {
        double[] values = [.. actual];
        Assert.That(values, Has.Length.EqualTo(expected.Count), what);
        double greatest = expected.Count == 0 ? 1 : expected.Max(Math.Abs);
        Assert.That(values, Is.EqualTo(expected).Within(relative * greatest), what);
    }
}
