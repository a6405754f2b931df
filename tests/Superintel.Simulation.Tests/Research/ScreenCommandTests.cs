using Superintel.Prediction.Analytics.Screening;
using Superintel.Simulation.Tests.Commands;

namespace Superintel.Simulation.Tests.Research;

/// <summary>The command screen as a user runs it.</summary>
public sealed class ScreenCommandTests
{
    [Test]
    public void Planted_pair_is_found_with_its_documented_fields()
    {
        using var file = PairFile.Wide();
        var ran = Cli.Run("screen", "--csv", file.Path, "--max-lag", "12", "--fdr", "0.05", "--json");
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        var pair = ran.Json["pairs"]!.AsArray().Single()!.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(((string?)pair["a"], (string?)pair["b"]), Is.EqualTo(("A", "B")));
            Assert.That(
                pair.Select(f => f.Key),
                Is.SupersetOf(new[] { "statistic", "pValue", "usedLag", "qValue", "trials", "halfLife", "hedgeRatio" }));
            Assert.That((int)ran.Json["tested"]!, Is.EqualTo(3));
            Assert.That((int)pair["trials"]!, Is.EqualTo(3));
            Assert.That((double)ran.Json["elapsedSeconds"]!, Is.Positive);
            Assert.That((double)ran.Json["pairsPerSecond"]!, Is.Positive);
        });
    }

    [Test]
    public void Numbers_are_those_of_the_library_to_the_last_bit()
    {
        using var file = PairFile.Wide();
        var ran = Cli.Run("screen", "--csv", file.Path, "--fdr", "1", "--json");
        var expected = PairScreen.Run(PairFile.Series(), new PairScreenOptions(12, true), null, CancellationToken.None);
        foreach (var pair in ran.Json["pairs"]!.AsArray())
        {
            int first = "ABC".IndexOf((string)pair!["a"]!, StringComparison.Ordinal);
            int second = "ABC".IndexOf((string)pair["b"]!, StringComparison.Ordinal);
            var own = expected[PairScreen.IndexOf(first, second, 3)];
            Assert.That(((double)pair["statistic"]!, (double)pair["pValue"]!, (double)pair["hedgeRatio"]!),
                Is.EqualTo((own.Statistic, own.PValue, own.HedgeRatio)));
        }
    }

    [Test]
    public void Only_the_trailing_rows_of_train_are_looked_at()
    {
        var whole = PairFile.Series();
        using var all = PairFile.Wide();
        using var tail = PairFile.Wide("A,B,C", Array.ConvertAll(whole, c => c[^300..]));
        string Pairs(string path, params string[] more) =>
            Cli.Run(["screen", "--csv", path, "--fdr", "1", "--json", .. more]).Json["pairs"]!.ToJsonString();
        Assert.That(Pairs(all.Path, "--train", "300"), Is.EqualTo(Pairs(tail.Path)));
    }

    [Test]
    public void Collinear_pair_is_listed_as_refused_and_counts_in_no_trial()
    {
        var series = PairFile.Series();
        using var file = PairFile.Wide("A,B,D", series[0], series[1], Array.ConvertAll(series[0], v => (2 * v) + 1));
        var ran = Cli.Run("screen", "--csv", file.Path, "--json");
        var refused = ran.Json["refused"]!.AsArray().Single()!;
        Assert.That(((string?)refused["a"], (string?)refused["b"], (string?)refused["code"]), Is.EqualTo(("A", "D", "collinear-series")));
        Assert.That((int)ran.Json["tested"]!, Is.EqualTo(2));
    }

    [TestCase("--train", "5", "too-short")]
    [TestCase("--train", "-1", "too-short")]
    [TestCase("--max-lag", "2000000000", "lag-out-of-range")]
    [TestCase("--max-lag", "-1", "bad-option")]
    [TestCase("--fdr", "NaN", "bad-option")]
    [TestCase("--columns", "A", "too-short")]
    [TestCase("--columns", "A,Z", "no-such-column")]
    public void Option_that_cannot_be_is_refused_by_name(string option, string value, string code)
    {
        using var file = PairFile.Wide();
        Cli.Run("screen", "--csv", file.Path, option, value, "--json").IsRefused(code);
    }

    [Test]
    public void Constant_series_is_refused_by_name()
    {
        using var file = PairFile.Wide("A,F", PairFile.Series()[0], [.. Enumerable.Repeat(5.0, PairFile.Rows)]);
        Cli.Run("screen", "--csv", file.Path, "--json").IsRefused("constant-series", "F");
    }
}
