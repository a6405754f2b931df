using Superintel.Ingestion.MarketData.Gate;

namespace Superintel.Ingestion.Tests.MarketData.Gate;

public sealed class RobustScaleTests
{
    // R: mad(c(1, 2, 3, 4, 100)) = 1.4826, median 3.
    [Test]
    public void Distance_is_in_units_of_the_scaled_median_absolute_deviation() =>
        Assert.That(RobustScale.Distance([1, 2, 3, 4, 100], 3 + (2 * 1.482602218505602)), Is.EqualTo(2).Within(1e-12));

    [Test]
    public void Sample_of_which_more_than_half_is_one_value_has_no_scale() => Assert.That(RobustScale.Distance([5, 5, 5, 9], 100), Is.Null);

    [Test]
    public void Median_of_an_even_count_is_the_mean_of_the_middle_two() => Assert.That(RobustScale.Median([4, 1, 3, 2]), Is.EqualTo(2.5));

    [Test]
    public void Empty_sample_is_refused() => Assert.That(() => RobustScale.Median([]), Throws.ArgumentException);
}
