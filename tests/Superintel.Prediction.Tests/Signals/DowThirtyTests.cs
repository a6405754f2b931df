using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Signals;

/// <summary>Ten years of real prices with the default settings.</summary>
internal sealed class DowThirtyTests
{
    private PlantedRun full = null!;

    [OneTimeSetUp]
    public async Task ScoreTenYears() => full = await DowThirtyMarket.Run(DowThirtyMarket.Bars);

    [Test]
    public void Dow_thirty_yields_pairs_in_most_months_and_signals_in_most_years()
    {
        var months = full.Events.Of<PairsSelected>();

        Assert.That(months, Has.Count.EqualTo(109));
        Assert.That(months.Select(month => month.Tested), Is.All.InRange(1, 435));
        Assert.That(months.Count(month => month.Pairs.Count > 0), Is.GreaterThan(109 / 2));
        var opened = full.Signals.Where(signal => signal.Intent == "open");
        Assert.That(opened.Select(signal => signal.OccurredAt.Year).Distinct().Count(), Is.GreaterThan(5));
    }

    [Test]
    public void Dow_thirty_signals_open_and_close_in_turn_with_sane_numbers()
    {
        Assert.That(full.Scored, Has.Count.EqualTo(DowThirtyMarket.Bars));
        foreach (var pair in full.Signals.GroupBy(signal => signal.PairId))
            Assert.That(pair.Select((signal, i) => signal.Intent == (i % 2 == 0 ? "open" : "close")), Is.All.True, pair.Key);
        foreach (var signal in full.Signals)
        {
            Assert.That(signal.HedgeRatio, Is.InRange(0.25, 4));
            Assert.That(signal.HalfLifeBars, Is.InRange(2, 60));
            Assert.That(signal.SpreadVolatility, Is.InRange(1e-4, 0.1));
            Assert.That(Math.Abs(signal.ZScore), Is.LessThan(10));
        }
    }

    [Test]
    public async Task Dow_thirty_tells_the_same_to_the_last_bit_when_the_future_is_removed([Values(700, 1_500)] int bars)
    {
        var truncated = await DowThirtyMarket.Run(bars);

        var told = full.Events.All.Where(happened => happened.OccurredAt <= DowThirtyMarket.Slice(bars - 1).OccurredAt);
        Assert.That(PlantedRun.Texts(truncated.Events.All), Is.EqualTo(PlantedRun.Texts(told)));
    }
}
