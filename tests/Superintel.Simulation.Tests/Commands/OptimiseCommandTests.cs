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
}
