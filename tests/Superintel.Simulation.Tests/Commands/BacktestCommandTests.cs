using System.Text.Json.Nodes;
using Superintel.TestKit;

namespace Superintel.Simulation.Tests.Commands;

internal sealed class BacktestCommandTests
{
    private static readonly string Data = Repository.File("data/sample");

    /// <summary>The runtime hides the wide registers and the fused instructions, as on a processor that lacks them.</summary>
    [TestCase("DOTNET_EnableAVX512")]
    [TestCase("DOTNET_EnableAVX2")]
    [TestCase("DOTNET_EnableHWIntrinsic")]
    public void Order_list_hash_is_the_same_on_a_lesser_processor(string without)
    {
        var (here, there) = (Backtest(), Backtest((without, "0")));
        Assert.That((int)here["orders"]!, Is.Positive, "the sample trades");
        Assert.That((string?)there["orderListHash"], Is.EqualTo((string?)here["orderListHash"]));
    }

    [Test]
    public void Span_without_bars_is_refused_by_a_code()
    {
        var run = Cli.Run("backtest", "--data", Data, "--from", "2031-01-01", "--to", "2031-02-01", "--json");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("error bad-input: No bar is recorded from 2031-01-01 to 2031-02-01."));
    }

    private static JsonNode Backtest(params (string Name, string Value)[] environment)
    {
        var run = Cli.RunWith(environment.ToDictionary(v => v.Name, v => v.Value), "backtest", "--data", Data, "--to", "1994-01-01",
            "--json");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return run.Json;
    }
}
