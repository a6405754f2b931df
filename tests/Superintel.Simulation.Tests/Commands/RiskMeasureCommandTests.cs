using System.Text.Json.Nodes;

namespace Superintel.Simulation.Tests.Commands;

public sealed class RiskMeasureCommandTests
{
    [TestCase("sample")]
    [TestCase("ewma")]
    [TestCase("ledoit-wolf")]
    [TestCase("oas")]
    public void Report_has_every_asset_the_portfolio_and_the_covariance(string covariance)
    {
        using var file = CsvFile.Returns();
        var ran = Cli.Run("risk-measure", "--csv", file.Path, "--covariance", covariance, "--json");
        Assert.Multiple(() =>
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.Error);
            foreach (var name in new[] { "A0", "A1", "A2", "A3" })
            {
                var asset = ran.Json["assets"]![name]!;
                Assert.That(Number(asset, "cvar95"), Is.GreaterThanOrEqualTo(Number(asset, "var95")));
                Assert.That(Number(asset, "cvar99"), Is.GreaterThanOrEqualTo(Number(asset, "cvar95")));
                Assert.That(Number(asset, "volatility"), Is.GreaterThan(0));
            }
            Assert.That(Number(ran.Json["portfolio"]!["weights"]!, "A0"), Is.EqualTo(0.25));
            Assert.That((string?)ran.Json["covariance"]!["method"], Is.EqualTo(covariance));
            Assert.That(ran.Json["covariance"]!["matrix"]!.AsArray(), Has.Count.EqualTo(4));
            Assert.That(Number(ran.Json["covariance"]!, "shrinkage") > 0, Is.EqualTo(covariance is "ledoit-wolf" or "oas"));
        });
    }

    [Test]
    public void Report_for_a_person_is_a_row_per_asset()
    {
        using var file = CsvFile.Returns();
        var lines = Cli.Run("risk-measure", "--csv", file.Path).Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Some.Match("^assets +var95 +cvar95 +var99 +cvar99 +volatility$"));
            Assert.That(lines, Has.Some.Match(@"^A3( +0\.\d+){5}$"));
            Assert.That(lines, Has.Some.Match(@"^portfolio\.cvar95 +0\.\d+$"));
            Assert.That(lines, Has.All.Length.LessThan(140));
        });
    }

    [Test]
    public void Weights_choose_the_portfolio_and_whole_weight_is_the_asset_itself()
    {
        using var file = CsvFile.Returns();
        var ran = Cli.Run("risk-measure", "--csv", file.Path, "--weights", "A2=1", "--json");
        Assert.That(Number(ran.Json["portfolio"]!, "cvar95"), Is.EqualTo(Number(ran.Json["assets"]!["A2"]!, "cvar95")).Within(1e-15));
    }

    [Test]
    public void Bad_input_is_named_with_its_series_and_row()
    {
        using var missing = CsvFile.Returns(spoil: cells => cells[4][2] = "");
        using var word = CsvFile.Returns(spoil: cells => cells[6][1] = "abc");
        using var infinite = CsvFile.Returns(spoil: cells => cells[8][3] = "Infinity");
        using var constant = CsvFile.Returns(spoil: cells => Array.ForEach(cells, row => row[1] = "0.01"));
        using var prices = CsvFile.Returns(spoil: cells => cells[9][4] = "-1.5");
        using var quotes = CsvFile.Returns(
            spoil: cells => Array.ForEach(cells, row => row[3] = "10" + row[3].Replace("-", "", StringComparison.Ordinal)));
        using var twice = CsvFile.Returns(spoil: cells => cells[5][0] = cells[4][0]);
        using var few = CsvFile.Returns(rows: 10);
        Cli.Run("risk-measure", "--csv", missing.Path, "--json").IsRefused("missing-value", "A1", 5);
        Cli.Run("risk-measure", "--csv", word.Path, "--json").IsRefused("not-a-number", "A0", 7);
        Cli.Run("risk-measure", "--csv", infinite.Path, "--json").IsRefused("not-finite", "A2", 9);
        Cli.Run("risk-measure", "--csv", constant.Path, "--json").IsRefused("constant-series", "A0");
        Cli.Run("risk-measure", "--csv", prices.Path, "--json").IsRefused("not-positive", "A3", 10);
        Cli.Run("risk-measure", "--csv", quotes.Path, "--json").IsRefused("not-returns", "A2");
        Cli.Run("risk-measure", "--csv", twice.Path, "--json").IsRefused("duplicate-timestamp", row: 6);
        Cli.Run("risk-measure", "--csv", few.Path, "--json").IsRefused("too-short", "A0");
        Cli.Run("risk-measure", "--csv", few.Path + ".not", "--json").IsRefused("no-such-file");
        Cli.Run("risk-measure", "--csv", missing.Path, "--columns", "A0", "--weights", "B=1", "--json").IsRefused("no-such-column", "B");
    }

    [Test]
    public void Row_at_fault_counts_blank_lines_so_that_it_is_found_in_the_file()
    {
        using var wide = CsvFile.Returns(spoil: cells => { cells[2][0] = "\n" + cells[2][0]; cells[6][1] = "abc"; });
        using var ragged = CsvFile.Returns(spoil: cells => { cells[0][0] = "\n\n" + cells[0][0]; cells[3] = cells[3][..2]; });
        using var tall = new CsvFile(
            "symbol,ts,close\nA,2020-01-01,0.01\n\nB,2020-01-01,0.02\nA,2020-01-02,0.01\n \nB,2020-01-02,x\n");
        Measure(wide).IsRefused("not-a-number", "A0", 8);
        Measure(ragged).IsRefused("ragged-row", row: 6);
        Measure(tall).IsRefused("not-a-number", "B", 6);
    }

    [Test]
    public void Percentage_is_refused_with_how_to_write_it()
    {
        using var file = CsvFile.Returns(spoil: cells => cells[1][2] = "1.5%");
        var ran = Measure(file);
        ran.IsRefused("not-a-number", "A1", 2);
        Assert.That(ran.Error, Does.Contain("0.015"));
    }

    [Test]
    public void File_from_another_system_gives_the_same_numbers()
    {
        using var plain = CsvFile.Returns();
        var text = File.ReadAllText(plain.Path);
        var quoted = "\"date\",\"A0\",\"A1\",\"A2\",\"A3\"" + text[text.IndexOf('\n', StringComparison.Ordinal)..];
        using var windows = new CsvFile("\uFEFF" + quoted.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n");
        var (expected, found) = (Measure(plain), Measure(windows));
        Assert.That(found.ExitCode, Is.Zero, found.Error);
        Assert.That(found.Json.ToJsonString(), Is.EqualTo(expected.Json.ToJsonString()));
    }

    [Test]
    public void File_that_is_no_table_of_returns_is_refused_by_name()
    {
        using var plain = CsvFile.Returns();
        var text = File.ReadAllText(plain.Path);
        using var empty = new CsvFile("");
        using var header = new CsvFile("date,A,B\n");
        using var one = new CsvFile("date,A,B\n2020-01-01,0.01,0.02\n");
        using var semicolons = new CsvFile(text.Replace(',', ';'));
        using var unordered = CsvFile.Returns(spoil: cells => Array.Reverse(cells));
        using var ragged = new CsvFile(text + "2030-01-01,0.1\n");
        using var open = new CsvFile("\"date,A,B\n2020-01-01,0.01,0.02\n");
        using var twice = new CsvFile("date,A,A\n2020-01-01,0.01,0.02\n");
        Measure(empty).IsRefused("too-short");
        Measure(header).IsRefused("too-short", "A");
        Measure(one).IsRefused("too-short", "A");
        Measure(semicolons).IsRefused("no-columns");
        Measure(unordered).IsRefused("unordered-timestamp", row: 2);
        Measure(ragged).IsRefused("ragged-row", row: 121);
        Measure(open).IsRefused("open-quotes", row: 0);
        Measure(twice).IsRefused("duplicate-column", "A");
    }

    [TestCase("historical")]
    [TestCase("normal")]
    [TestCase("student-t")]
    [TestCase("cornish-fisher")]
    [TestCase("filtered-historical")]
    [TestCase("monte-carlo")]
    public void Every_tail_has_the_shape_that_was_promised(string tail)
    {
        using var file = CsvFile.Returns(rows: 400);
        var ran = Cli.Run("risk-measure", "--csv", file.Path, "--tail", tail, "--json");
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        string[] names = ["var95", "cvar95", "var99", "cvar99", "volatility"];
        foreach (var of in (JsonNode[])[.. ran.Json["assets"]!.AsObject().Select(asset => asset.Value!), ran.Json["portfolio"]!])
        {
            Assert.That(names.Select(name => Number(of, name)), Is.All.GreaterThan(0));
            Assert.That(Number(of, "cvar95"), Is.GreaterThanOrEqualTo(Number(of, "var95")));
            Assert.That(Number(of, "cvar99"), Is.GreaterThanOrEqualTo(Number(of, "var99")));
        }

        Assert.That(ran.Json["covariance"]!["matrix"]!.AsArray().Select(row => row!.AsArray().Count), Is.All.EqualTo(4));
    }

    private static Cli Measure(CsvFile file) => Cli.Run("risk-measure", "--csv", file.Path, "--json");

    private static double Number(JsonNode node, string name) => (double)node[name]!;
}
