namespace Superintel.Simulation.Tests.Commands;

public sealed class OptimiseCommandTests
{
    [TestCase("min-variance")]
    [TestCase("max-sharpe")]
    [TestCase("mean-variance", "--target", "0.0001")]
    [TestCase("risk-parity")]
    [TestCase("hrp")]
    [TestCase("black-litterman", "--views", "A0=0.002")]
    [TestCase("min-cvar")]
    [TestCase("kelly")]
    public void Weights_are_long_and_sum_to_one(string method, params string[] more)
    {
        using var file = CsvFile.Returns();
        var ran = Cli.Run(["optimise", "--csv", file.Path, "--method", method, "--json", .. more]);
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        var weights = ran.Json["weights"]!.AsObject().Select(weight => (double)weight.Value!).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That((string?)ran.Json["method"], Is.EqualTo(method));
            Assert.That(weights, Has.Length.EqualTo(4));
            Assert.That(weights.Sum(), Is.EqualTo(1).Within(1e-8));
            Assert.That(weights, Is.All.GreaterThan(-1e-8));
            Assert.That((double)ran.Json["kktResidual"]!, Is.LessThan(1e-8));
            Assert.That((double)ran.Json["objective"]!, Is.Not.NaN);
        });
    }

    [Test]
    public void Limits_hold()
    {
        using var file = CsvFile.Returns();
        var ran = Cli.Run(
            "optimise", "--csv", file.Path, "--upper", "0.4", "--bounds", "A3=0.2:0.3", "--sector", "A0,A1=0.1:0.35", "--json");
        double Weight(string name) => (double)ran.Json["weights"]![name]!;
        Assert.Multiple(() =>
        {
            Assert.That(Weight("A3"), Is.InRange(0.2 - 1e-7, 0.3 + 1e-7));
            Assert.That(Weight("A0") + Weight("A1"), Is.InRange(0.1 - 1e-7, 0.35 + 1e-7));
        });
    }

    [Test]
    public void What_cannot_be_is_refused_by_name()
    {
        using var file = CsvFile.Returns();
        Cli.Run("optimise", "--csv", file.Path, "--upper", "0.1", "--json").IsRefused("infeasible");
        Cli.Run("optimise", "--csv", file.Path, "--method", "mean-variance", "--json").IsRefused("bad-option");
        Cli.Run("optimise", "--csv", file.Path, "--bounds", "A0=1", "--json").IsRefused("bad-option");
        Cli.Run("optimise", "--csv", file.Path, "--bounds", "B=0:1", "--json").IsRefused("no-such-column", "B");
        Assert.That(Cli.Run("optimise", "--csv", file.Path, "--method", "best").ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Options_that_make_no_sense_are_refused_by_name()
    {
        using var file = CsvFile.Returns();
        string[][] bad =
        [
            ["--confidence", "2", "--method", "min-cvar"], ["--confidence", "NaN", "--method", "min-cvar"],
            ["--sum", "NaN"], ["--lower", "NaN"], ["--target", "Infinity", "--method", "mean-variance"],
            ["--leverage", "-1", "--target", "0.01", "--method", "volatility-target"],
            ["--turnover", "0.1"], ["--today", "A0=1"], ["--turnover", "-0.1", "--today", "A0=1"],
            ["--today", "A0=1,A0=0", "--turnover", "1"],
            ["--sector", "A0,A0=0:1"], ["--bounds", "A0=1:0"], ["--bounds", "A0=NaN:1"],
            ["--method", "hrp", "--upper", "0.3"], ["--method", "risk-parity", "--sector", "A0=0:0.1"],
            ["--target", "0.001"], ["--method", "hrp", "--confidence", "0.9"], ["--method", "kelly", "--views", "A0=0.1"],
            ["--method", "min-cvar", "--risk-free", "0.0001"], ["--method", "max-sharpe", "--leverage", "1"],
        ];
        foreach (var options in bad) Cli.Run(["optimise", "--csv", file.Path, "--json", .. options]).IsRefused("bad-option");
    }

    [TestCase("min-variance")]
    [TestCase("max-sharpe")]
    [TestCase("min-cvar")]
    [TestCase("kelly")]
    [TestCase("black-litterman")]
    public void Turnover_binds_every_programme(string method)
    {
        using var file = CsvFile.Returns();
        var ran = Cli.Run(
            "optimise", "--csv", file.Path, "--method", method, "--today", "A0=0.1,A1=0.2,A2=0.3,A3=0.4", "--turnover", "0.06", "--json");
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        double[] today = [0.1, 0.2, 0.3, 0.4];
        var traded = today.Select((held, i) => Math.Abs((double)ran.Json["weights"]![$"A{i}"]! - held)).Sum();
        Assert.That(traded, Is.LessThan(0.06 + 1e-6));
    }

    [Test]
    public void Neutral_portfolio_keeps_a_sum_that_was_asked_for()
    {
        using var file = CsvFile.Returns();
        var ran = Cli.Run(
            "optimise", "--csv", file.Path, "--lower", "-1", "--neutral", "A0=0.6,A1=0.8,A2=1,A3=1.2", "--sum", "0.5", "--json");
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        double Weight(int i) => (double)ran.Json["weights"]![$"A{i}"]!;
        Assert.That(Weight(0) + Weight(1) + Weight(2) + Weight(3), Is.EqualTo(0.5).Within(1e-7));
        Assert.That((0.6 * Weight(0)) + (0.8 * Weight(1)) + Weight(2) + (1.2 * Weight(3)), Is.EqualTo(0).Within(1e-7));
    }

    [TestCase("min-variance")]
    [TestCase("min-cvar")]
    [TestCase("mean-variance", "--target", "0")]
    public void Least_risk_of_a_portfolio_of_any_size_is_refused_since_nothing_has_it(string method, params string[] more)
    {
        using var file = CsvFile.Returns();
        string[] neutral = ["optimise", "--csv", file.Path, "--method", method, "--lower", "-1", "--json", .. more];
        const string betas = "A0=0.6,A1=0.8,A2=1,A3=1.2";
        Cli.Run([.. neutral, "--neutral", betas]).IsRefused("trivial-optimum");
        Cli.Run([.. neutral, "--sum", "0"]).IsRefused("trivial-optimum");
        Assert.That(Cli.Run([.. neutral, "--neutral", betas, "--bounds", "A0=0.2:1"]).ExitCode, Is.Zero);
    }

    [Test]
    public void Half_kelly_holds_half_and_says_what_that_half_grows()
    {
        using var file = CsvFile.Returns();
        var (whole, half) = (Run("kelly"), Run("half-kelly"));
        for (var i = 0; i < 4; i++)
            Assert.That((double)half["weights"]![$"A{i}"]!, Is.EqualTo((double)whole["weights"]![$"A{i}"]! / 2).Within(1e-9));
        Assert.That((double)half["objective"]!, Is.LessThan((double)whole["objective"]!).And.GreaterThan((double)whole["objective"]! / 2));

        System.Text.Json.Nodes.JsonNode Run(string method) =>
            Cli.Run("optimise", "--csv", file.Path, "--method", method, "--json").Json;
    }
}
