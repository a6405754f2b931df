using Superintel.Simulation.Tests.Commands;

namespace Superintel.Simulation.Tests.Research;

/// <summary>The commands pair-backtest and lookahead-check as a user runs them.</summary>
public sealed class PairBacktestCommandTests
{
    private const string Fields =
        "cagr,sharpe,sortino,calmar,maxDrawdown,turnover,exposure,hitRate,cvar95,probabilisticSharpe,deflatedSharpe,trials,equity";

    [Test]
    public void Backtest_has_its_documented_fields_and_a_picture()
    {
        using var file = PairFile.Wide();
        string picture = file.Path + ".svg";
        var ran = Cli.Run("pair-backtest", "--csv", file.Path, "--pair", "A,B", "--plot", picture, "--json");
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        Assert.Multiple(() =>
        {
            Assert.That(ran.Json.AsObject().Select(f => f.Key), Is.SupersetOf(Fields.Split(',')));
            Assert.That(ran.Json["trades"]!.AsArray(), Is.Not.Empty);
            Assert.That(File.ReadAllText(picture), Does.StartWith("<svg").And.EndsWith("</svg>\n"));
        });
    }

    [Test]
    public void Sweep_states_how_many_rules_were_tried()
    {
        using var file = PairFile.Wide();
        var ran = Cli.Run("pair-backtest", "--csv", file.Path, "--pair", "A,B", "--sweep", "entry=1:2:0.5,exit=0:0.5:0.5", "--json");
        Assert.That((int)ran.Json["trials"]!, Is.EqualTo(6));
        Assert.That((double)ran.Json["deflatedSharpe"]!, Is.LessThan((double)ran.Json["probabilisticSharpe"]!));
    }

    [Test]
    public void Rule_that_never_trades_gives_zeros_and_no_number_that_is_none()
    {
        using var file = PairFile.Wide();
        var ran = Cli.Run("pair-backtest", "--csv", file.Path, "--pair", "A,B", "--entry", "50", "--json");
        Assert.That((ran.ExitCode, (double)ran.Json["turnover"]!, (double)ran.Json["sharpe"]!), Is.EqualTo((0, 0.0, 0.0)), ran.Error);
    }

    [TestCase("pair-backtest")]
    [TestCase("lookahead-check")]
    public void Legs_that_reproduce_each_other_are_refused(string command)
    {
        var series = PairFile.Series();
        using var file = PairFile.Wide("A,D", series[0], Array.ConvertAll(series[0], v => 2 * v));
        Cli.Run(command, "--csv", file.Path, "--pair", "A,D", "--json").IsRefused("collinear-series", "D");
        Cli.Run(command, "--csv", file.Path, "--pair", "A,A", "--json").IsRefused("collinear-series", "A");
    }

    [TestCase("pair-backtest")]
    [TestCase("lookahead-check")]
    public void Price_that_is_not_positive_is_refused_with_its_row(string command)
    {
        var series = PairFile.Series();
        series[1][6] = 0;
        using var file = PairFile.Wide("A,B,C", series);
        Cli.Run(command, "--csv", file.Path, "--pair", "A,B", "--json").IsRefused("not-positive", "B", 7);
    }

    [TestCase("--pair", "A", "bad-option")]
    [TestCase("--pair", "A,Z", "no-such-column")]
    [TestCase("--train", "399", "too-short")]
    [TestCase("--train", "2147483647", "bad-option")]
    [TestCase("--entry", "NaN", "bad-option")]
    [TestCase("--fee-bps", "NaN", "bad-option")]
    [TestCase("--notional", "1e308", "not-computable")]
    [TestCase("--sweep", "entry=1:0:1", "bad-option")]
    [TestCase("--sweep", "entry=NaN", "bad-option")]
    [TestCase("--plot", "/no/such/folder/out.svg", "unwritable-file")]
    public void Option_that_cannot_be_is_refused_by_name(string option, string value, string code)
    {
        using var file = PairFile.Wide();
        string[] pair = option == "--pair" ? [] : ["--pair", "A,B"];
        Cli.Run(["pair-backtest", "--csv", file.Path, .. pair, option, value, "--json"]).IsRefused(code);
    }

    [Test]
    public void Honest_study_passes_and_biased_study_is_caught_with_exit_code_one()
    {
        using var file = PairFile.Wide();
        var honest = Cli.Run("lookahead-check", "--csv", file.Path, "--pair", "A,B", "--json");
        var biased = Cli.Run("lookahead-check", "--csv", file.Path, "--pair", "A,B", "--strategy", "whole-sample", "--json");
        Assert.Multiple(() =>
        {
            Assert.That((honest.ExitCode, (bool)honest.Json["honest"]!), Is.EqualTo((0, true)), honest.Error);
            Assert.That((int)honest.Json["cuts"]!, Is.Positive);
            Assert.That((biased.ExitCode, (bool)biased.Json["honest"]!), Is.EqualTo((1, false)), biased.Error);
            Assert.That((string?)biased.Json["violation"]!["output"], Is.Not.Empty);
        });
    }

    [TestCase("0")]
    [TestCase("2147483647")]
    public void Distance_of_cuts_out_of_bounds_is_refused(string every)
    {
        using var file = PairFile.Wide();
        Cli.Run("lookahead-check", "--csv", file.Path, "--pair", "A,B", "--every", every, "--json").IsRefused("bad-option");
    }
}
