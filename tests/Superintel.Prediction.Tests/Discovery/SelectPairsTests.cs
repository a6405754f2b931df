using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Discovery;

internal sealed class SelectPairsTests
{
    [Test]
    public async Task Discovery_waits_for_a_full_window_and_then_keeps_its_cadence()
    {
        var market = PlantedMarket.Of(1, bars: 160, walks: 2, ties: 1);

        var run = await PlantedRun.Over(market, SmallSettings.Options, bars: 160);

        Assert.That(
            run.Events.Of<PairsSelected>().Select(selected => selected.OccurredAt),
            Is.EqualTo(new[] { market.At(119), market.At(129), market.At(139), market.At(149), market.At(159) }));
    }

    [Test]
    public async Task Discovery_tells_its_window_its_trial_count_and_its_rate()
    {
        var market = PlantedMarket.Of(1, bars: 120, walks: 2, ties: 2);

        var run = await PlantedRun.Over(market, SmallSettings.Options, bars: 120);

        var told = run.Events.Of<PairsSelected>().Single();
        Assert.That(told.Interval, Is.EqualTo("1d"));
        Assert.That(told.WindowBars, Is.EqualTo(120));
        Assert.That(told.Tested, Is.GreaterThanOrEqualTo(2));
        Assert.That(told.FalseDiscoveryRate, Is.EqualTo(0.2));
        Assert.That(told.Pairs.Select(pair => pair.PairId), Is.SupersetOf(new[] { "P00A.TEST~P00B.TEST" }));
    }
}
