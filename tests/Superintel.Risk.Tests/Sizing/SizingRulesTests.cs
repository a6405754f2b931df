using Superintel.Risk.Sizing;

namespace Superintel.Risk.Tests.Sizing;

public sealed class SizingRulesTests
{
    [Test]
    public void Stationary_deviation_follows_from_the_change_of_one_bar()
    {
        // A half-life of one bar is phi = 1/2: the variance of the change is 2 s^2 (1 - 1/2) = s^2.
        var spread = MeanReversion.Over(0.02, 1, -3);
        Assert.Multiple(() =>
        {
            Assert.That(spread.StationaryDeviation, Is.EqualTo(0.02).Within(1e-15));
            Assert.That(spread.ExpectedMove, Is.EqualTo(0.03).Within(1e-15));
            Assert.That(spread.Variance, Is.EqualTo(0.0003).Within(1e-15));
        });
    }

    [Test]
    public void Half_kelly_is_half_of_edge_over_variance() => Assert.That(
        SizingRules.Kelly(new MeanReversion(0.1, 0.05, 0.0075), 0.6, -0.5, 0.5), Is.EqualTo(0.5 * 0.6 * 0.5 * 0.05 / 0.0075).Within(1e-12));

    [Test]
    public void Volatility_target_scales_by_the_root_of_time() =>
        Assert.That(SizingRules.VolatilityTarget(0.02, 0.01, 256), Is.EqualTo(0.125).Within(1e-15));
}
