using Superintel.Risk.Measures;

namespace Superintel.Risk.Tests.Measures;

public sealed class CorrelationTests
{
    [Test]
    public void Correlation_of_a_series_with_twice_itself_is_one() =>
        Assert.That(Correlation.Pearson([1, 2, 4], [2, 4, 8]), Is.EqualTo(1).Within(1e-12));

    [Test]
    public void Correlation_of_a_series_with_its_opposite_is_minus_one() =>
        Assert.That(Correlation.Pearson([1, 2, 4], [-1, -2, -4]), Is.EqualTo(-1).Within(1e-12));

    // Anscombe (1973), Graphs in statistical analysis, first data set: r = 0.81642.
    [Test]
    public void Correlation_agrees_with_a_published_value() => Assert.That(
        Correlation.Pearson(
            [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5], [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]),
        Is.EqualTo(0.81642).Within(5e-6));

    [Test]
    public void Correlation_with_what_stands_still_is_no_number() => Assert.That(Correlation.Pearson([1, 2, 3], [5, 5, 5]), Is.NaN);

    [Test]
    public void Samples_of_different_lengths_are_refused() =>
        Assert.That(() => Correlation.Pearson([1, 2], [1, 2, 3]), Throws.ArgumentException);
}
