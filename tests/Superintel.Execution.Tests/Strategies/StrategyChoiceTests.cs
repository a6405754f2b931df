using Superintel.Execution.Execution.Strategies;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Strategies;

public sealed class StrategyChoiceTests
{
    [Test]
    public void Most_exact_name_wins_and_what_is_not_named_is_one_order()
    {
        var options = new Dictionary<string, StrategyOptions>
        {
            ["binance"] = Twap(2),
            ["crypto"] = Twap(3),
            ["paper/equity"] = Twap(4),
        };
        var choice = new ExecutionOptions { Strategies = options }.Terms().Strategies;

        Assert.That(choice.For("paper", AssetClass.Equity)?.Slices, Is.EqualTo(4));
        Assert.That(choice.For("binance", AssetClass.Crypto)?.Slices, Is.EqualTo(3));
        Assert.That(choice.For("binance", AssetClass.Fx)?.Slices, Is.EqualTo(2));
        Assert.That(choice.For("paper", AssetClass.Fx), Is.Null);
        Assert.That(new ExecutionOptions().Terms().Strategies.For("paper", AssetClass.Equity), Is.Null);
    }

    private static IEnumerable<StrategyOptions> Impossible() =>
    [
        new() { Kind = "vwap" },
        Twap(0),
        Twap(501),
        Twap(5) with { Every = TimeSpan.Zero },
        Twap(5) with { JitterShare = 1m },
        Twap(5) with { OffsetBps = -1m },
        Twap(20) with { Every = TimeSpan.FromDays(1) },
    ];

    [TestCaseSource(nameof(Impossible))]
    public void Value_out_of_its_bounds_stops_the_start(StrategyOptions options) => Assert.That(
        () => new ExecutionOptions { Strategies = new Dictionary<string, StrategyOptions> { ["equity"] = options } }.Terms(),
        Throws.ArgumentException);

    private static StrategyOptions Twap(int slices) => new() { Kind = "twap", Slices = slices };
}
