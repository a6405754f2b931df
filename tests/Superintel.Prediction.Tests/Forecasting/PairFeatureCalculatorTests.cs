using Superintel.Kernel;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Forecasting;

internal sealed class PairFeatureCalculatorTests
{
    [Test]
    public void Features_of_a_planted_pair_recover_what_was_planted()
    {
        var features = PlantedPair.Input(PlantedPair.Window(seed: 11, push: 1, bars: 2000)).Features;

        // The spread was planted with an autoregression of 0.87 and innovations of 0.008.
        Assert.That(features["reversion-speed"], Is.EqualTo(-0.13).Within(0.04));
        Assert.That(features["ou-theta"], Is.EqualTo(-Math.Log(0.87)).Within(0.05));
        Assert.That(features["ou-mu"], Is.Zero.Within(0.004));
        Assert.That(features["kalman-hedge-ratio"], Is.EqualTo(0.8).Within(0.1));
        Assert.That(features["spread"], Is.EqualTo(0.016).Within(1e-9));
        Assert.That(features["reversion-p-value"], Is.LessThan(0.01));
    }

    [Test]
    public void Z_score_is_the_spread_in_deviations_of_the_short_window_computed_plainly()
    {
        var window = PlantedPair.Window(seed: 5, push: 2);
        var features = PlantedPair.Input(window).Features;
        var spread = Enumerable.Range(0, 252)
            .Select(i => Math.Log((double)window.PriceA(i)) - 0.2 - (0.8 * Math.Log((double)window.PriceB(i)))).ToArray();
        var last = spread[^60..];
        var deviation = Math.Sqrt(last.Sum(s => Math.Pow(s - last.Average(), 2)) / 59);

        Assert.That(features["z-score"], Is.EqualTo((spread[^1] - last.Average()) / deviation).Within(1e-12));
        Assert.That(features["spread-mean"], Is.EqualTo(last.Average()).Within(1e-12));
    }

    [Test]
    public void Features_of_prices_that_stand_still_are_missing_rather_than_wrong()
    {
        var panel = Enumerable.Range(0, 252).Aggregate(
            ClosePanel.Empty("feed", BarInterval.Day, 252),
            (known, day) => known.Append(new PanelSlice(
                "feed", BarInterval.Day, DateTimeOffset.UnixEpoch.AddDays(day), [new(PlantedPair.Id.A, 10m), new(PlantedPair.Id.B, 20m)])));

        var features = PlantedPair.Input(panel.Window(PlantedPair.Id, 252, 0)!).Features;

        string[] missing =
            ["return-correlation", "z-score", "reversion-speed", "reversion-p-value", "speed-a", "ou-theta", "kalman-innovation"];
        Assert.That(missing.Select(field => features[field]), Is.All.Null);
        Assert.That(features["spread"], Is.EqualTo(Math.Log(10) - 0.2 - (0.8 * Math.Log(20))).Within(1e-12));
    }

    [Test]
    public void Features_of_a_spread_that_walks_have_no_Ornstein_Uhlenbeck_process_when_it_does_not_revert()
    {
        var missing = Enumerable.Range(1, 60)
            .Select(seed => PlantedPair.Input(PlantedPair.Window(seed, push: 8, bars: 252, persistence: 1.0)).Features)
            .Count(features => features["ou-theta"] is null == (features["reversion-speed"] is >= 0 or <= -1));

        Assert.That(missing, Is.EqualTo(60));
    }
}
