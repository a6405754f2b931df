using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Signals;

/// <summary>What prediction says at a bar must not change, to the last bit, when the bars after it are removed or replaced.</summary>
internal sealed class TruncateTheFutureTests
{
    private static readonly PlantedMarket Market = PlantedMarket.Of(21, bars: 300, walks: 4, ties: 5);

    [Test]
    public async Task Events_up_to_a_bar_are_the_same_when_the_future_is_removed([Values(120, 151, 187, 233, 271)] int bars)
    {
        var full = await PlantedRun.Over(Market, SmallSettings.Options, bars: 300);
        var truncated = await PlantedRun.Over(Market, SmallSettings.Options, bars);

        Assert.That(PlantedRun.Texts(truncated.Events.All), Is.EqualTo(PlantedRun.Texts(Until(full, bars))));
    }

    [Test]
    public async Task Features_at_a_bar_are_bit_equal_when_the_future_is_replaced([Values(140, 200, 260)] int bars)
    {
        var real = await PlantedRun.Over(Market, SmallSettings.Options, bars: 300);
        var other = await PlantedRun.Over(Market, SmallSettings.Options, bars);
        for (var bar = bars; bar < 300; bar++) await other.Feed(Market.Slice(bar, (name, close) => name[0] == 'P' ? close * 3 : close / 2));

        var compared = 0;
        foreach (var pair in real.Events.Of<PairsSelected>().SelectMany(selected => selected.Pairs).Select(pair => pair.PairId).Distinct())
        {
            for (var bar = 119; bar < bars; bar++)
            {
                var (mine, theirs) = (await At(real, pair, bar), await At(other, pair, bar));
                Assert.That(theirs?.Id, Is.EqualTo(mine?.Id));
                Assert.That(theirs?.Values.Select(Bits), Is.EqualTo(mine?.Values.Select(Bits)), $"{pair} at {bar}");
                compared += mine?.ObservedAt == Market.At(bar) ? 1 : 0;
            }
        }
        Assert.That(compared, Is.GreaterThanOrEqualTo(20));
    }

    [Test]
    public async Task Planted_look_ahead_is_caught_by_the_same_comparison()
    {
        // A biased feed: every close is the next bar's, as far as there is one.
        var full = await Peeking(bars: 300, known: 300);
        var truncated = await Peeking(bars: 200, known: 200);

        Assert.That(PlantedRun.Texts(truncated.Events.All), Is.Not.EqualTo(PlantedRun.Texts(Until(full, 200))));
    }

    private static async Task<PlantedRun> Peeking(int bars, int known)
    {
        var run = new PlantedRun(SmallSettings.Options);
        await run.List(Market);
        for (var bar = 0; bar < bars; bar++)
            await run.Feed(Market.Slice(Math.Min(bar + 1, known - 1)) with { OccurredAt = Market.At(bar) });
        return run;
    }

    private static IEnumerable<IEvent> Until(PlantedRun run, int bars) =>
        run.Events.All.Where(happened => happened.OccurredAt < Market.At(bars));

    private static ValueTask<FeatureVector?> At(PlantedRun run, string pair, int bar) => run.Prediction.Features.AsOf(
        PairFeatureSchema.Current, $"{pair}@1d", Market.At(bar), Market.At(bar), CancellationToken.None);

    private static long? Bits(double? value) => value is { } number ? BitConverter.DoubleToInt64Bits(number) : null;
}
