using System.Globalization;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Simulation.Tests.Commands;

namespace Superintel.Simulation.Tests.Research;

/// <summary>Files that are legal but awkward, and numbers at the ends of what a double holds.</summary>
public sealed class AwkwardInputTests
{
    [Test]
    public void Numbers_are_written_so_that_they_read_back_the_same()
    {
        using var file = PairFile.Wide();
        var series = PairFile.Series();
        double[] slopes = new double[1];
        var expected = EngleGranger.Test(series[0], series[1], slopes);
        var json = Stats("engle-granger", file, "A,B").Json;
        Assert.That(
            ((double)json["statistic"]!, (double)json["pValue"]!, (double)json["intercept"]!, (double)json["slopes"]![0]!),
            Is.EqualTo((expected.Statistic, expected.PValue, expected.Intercept, slopes[0])));
    }

    [Test]
    public void Long_form_joins_symbols_on_the_instant_whatever_the_zone_it_is_written_in()
    {
        var series = PairFile.Series();
        string Utc(int t) => PairFile.Day(t) + "T12:00:00Z";
        string Zoned(int t) => PairFile.Day(t) + "T14:00:00+02:00";
        using var one = PairFile.Long(("A", series[0], Utc), ("B", series[1], Utc));
        using var two = PairFile.Long(("A", series[0], Utc), ("B", series[1], Zoned));
        Assert.That(Stats("ols", two, "A,B").Output, Is.EqualTo(Stats("ols", one, "A,B").Output));
    }

    [Test]
    public void Wide_form_orders_rows_by_instant_across_a_change_of_the_clocks()
    {
        // Berlin, 25 October 2020: 02:30 happens twice, an hour apart.
        string Stamp(int t) => DateTimeOffset.UnixEpoch.AddSeconds(1_603_582_200 + (3600L * t))
            .ToOffset(TimeSpan.FromHours(t < 2 ? 2 : 1)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        using var file = PairFile.Wide("A,B,C", Stamp, PairFile.Series());
        Assert.That(Stats("adf", file, "A").ExitCode, Is.Zero);
    }

    [Test]
    public void Neighbouring_nanoseconds_are_different_instants()
    {
        using var file = PairFile.Wide("A,B,C", t => $"{1_600_000_000_000_000_000L + t}", PairFile.Series());
        Assert.That(Stats("adf", file, "A").ExitCode, Is.Zero);
    }

    [TestCase("symbol,ts,close\n", "too-short")]
    [TestCase("symbol,ts,price\nA,2020-01-01,1\n", "no-such-column", "close")]
    [TestCase("symbol,ts,close\nA,2020-01-01,1\nA,2020-01-02,-inf\n", "not-finite", "A", 2)]
    [TestCase("symbol,ts,close\nA,2020-01-02,1\nB,2020-01-01,1\nA,2020-01-01,2\n", "unordered-timestamp", "A", 3)]
    [TestCase("symbol,ts,close\nA,2020-01-01,1\nB,2020-01-01,1\nB,2020-01-01T00:00Z,2\n", "duplicate-timestamp", "B", 3)]
    [TestCase("ts,A,A\n2020-01-01,1,2\n", "duplicate-column", "A")]
    [TestCase("ts,A,B\n2020-01-01,1,2\nyesterday,2,3\n", "bad-timestamp", null, 2)]
    [TestCase("ts,A,B\n2020-01-01,1e999,2\n", "not-finite", "A", 1)]
    [TestCase("ts,A,B\n2020-01-01,,2\n", "missing-value", "A", 1)]
    [TestCase("ts,A,B\n2020-01-01,\"1,5\",2\n", "not-a-number", "A", 1)]
    [TestCase("ts,A,B\n2020-01-01,\"1,2\n", "open-quotes", null, 1)]
    [TestCase("ts,A,B\n2020-01-01,1,2\n", "too-short", "A")]
    public void Bad_file_is_refused_by_name_with_its_place(string text, string code, string? series = null, int? row = null)
    {
        using var file = new CsvFile(text);
        Cli.Run("screen", "--csv", file.Path, "--json").IsRefused(code, series, row);
    }

    [Test]
    public void Missing_file_and_folder_are_refused()
    {
        using var file = PairFile.Wide();
        Cli.Run("screen", "--csv", file.Path + ".none", "--json").IsRefused("no-such-file");
        Cli.Run("screen", "--csv", Path.GetDirectoryName(file.Path)!, "--json").IsRefused("no-such-file");
    }

    [Test]
    public void Blank_lines_at_the_end_change_nothing()
    {
        using var file = PairFile.Wide();
        using var padded = new CsvFile(File.ReadAllText(file.Path) + "\n  \n");
        Assert.That(Stats("adf", padded, "A").Output, Is.EqualTo(Stats("adf", file, "A").Output));
    }

    [Test]
    public void Values_whose_squares_leave_a_double_give_a_named_error_and_no_number(
        [Values("adf", "kpss", "pp", "half-life", "hurst", "ou", "jarque-bera")] string verb, [Values(1e200, 1e-200)] double scale)
    {
        using var file = PairFile.Wide("A", Array.ConvertAll(PairFile.Series()[0], v => v * scale));
        var ran = Stats(verb, file, "A");
        Assert.That((ran.ExitCode, ran.Json["error"]!["code"] is not null), Is.EqualTo((2, true)), ran.Output);
        Assert.That(ran.Error, Does.StartWith("error "));
    }

    [TestCase("1e9")]
    [TestCase("1e-9")]
    public void Scale_of_the_values_does_not_move_a_test(string scale)
    {
        double factor = double.Parse(scale, CultureInfo.InvariantCulture);
        using var plain = PairFile.Wide();
        using var scaled = PairFile.Wide("A,B", [.. PairFile.Series().Take(2).Select(c => Array.ConvertAll(c, v => v * factor))]);
        double Statistic(CsvFile file) => (double)Stats("engle-granger", file, "A,B").Json["statistic"]!;
        Assert.That(Statistic(scaled), Is.EqualTo(Statistic(plain)).Within(1e-8).Percent);
    }

    [Test]
    public void Exact_regression_is_refused_for_its_errors_would_be_rounding()
    {
        var series = PairFile.Series();
        using var file = PairFile.Wide("A,D", series[0], Array.ConvertAll(series[0], v => 2 * v));
        Stats("ols", file, "A,D").IsRefused("collinear-series", "D");
    }

    private static Cli Stats(string verb, CsvFile file, string columns) =>
        Cli.Run("stats", verb, "--csv", file.Path, "--columns", columns, "--json");
}
