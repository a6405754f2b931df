using FsCheck;
using FsCheck.Fluent;
using Superintel.Risk.Measures;

namespace Superintel.Risk.Tests.Measures;

public sealed class CenteredSampleTests
{
    [FsCheck.NUnit.Property]
    public Property Correlation_is_that_of_the_plain_formula(int seed, PositiveInt size)
    {
        var random = new Random(seed);
        double[] Some() => [.. Enumerable.Range(0, 3 + (size.Get % 60)).Select(_ => random.NextDouble() - 0.4)];
        var (left, first, second, total) = (Some(), Some(), Some(), Some());
        var sum = first.Zip(second, (one, two) => (0.7 * one) - (1.3 * two)).ToArray();
        var expected = total.Zip(sum, (known, added) => known + added).ToArray();
        var correlation = new CenteredSample(left, new double[left.Length]).CorrelateAndAdd(0.7, first, -1.3, second, total);
        return (Math.Abs(correlation - Correlation.Pearson(left, sum)) < 1e-12
            && total.Zip(expected, (had, wanted) => Math.Abs(had - wanted)).Max() < 1e-14).ToProperty();
    }

    [TestCase(new[] { 1.0, 1, 1 }, new[] { 1.0, 2, 3 })]
    [TestCase(new[] { 1.0, 2, 3 }, new[] { 0.1, 0.1, 0.1 })]
    public void Sample_that_stands_still_correlates_with_nothing(double[] left, double[] right) =>
        Assert.That(new CenteredSample(left, new double[3]).CorrelateAndAdd(1, right, 0, right, new double[3]), Is.NaN);

    [FsCheck.NUnit.Property]
    public Property Tail_by_selection_is_the_tail_of_the_sorted_sample(int seed, PositiveInt size)
    {
        var random = new Random(seed);
        double[] sample = [.. Enumerable.Range(0, 20 + (size.Get % 300)).Select(_ => Math.Round(random.NextDouble() - 0.5, 2))];
        var sorted = sample.Order().ToArray();
        var tail = Math.Round(0.05 * sorted.Length, 9);
        var whole = (int)Math.Floor(tail);
        var sum = sorted.Take(whole).Sum() + (tail > whole ? (tail - whole) * sorted[whole] : 0);
        var (var95, cvar95) = TailRisk.Historical(sample, 0.95);
        return (var95 == -sorted[(int)Math.Ceiling(tail) - 1] && Math.Abs(cvar95 + (sum / tail)) < 1e-12).ToProperty();
    }
}
