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
        double[] Some() => [.. Enumerable.Range(0, 2 + (size.Get % 60)).Select(_ => random.NextDouble() - 0.4)];
        var (left, right) = (Some(), Some());
        return (Math.Abs(new CenteredSample(left).CorrelationWith(right) - Correlation.Pearson(left, right)) < 1e-12).ToProperty();
    }

    [Test]
    public void Sample_that_stands_still_correlates_with_nothing()
    {
        Assert.That(new CenteredSample([1, 1, 1]).CorrelationWith([1, 2, 3]), Is.NaN);
        Assert.That(new CenteredSample([1, 2, 3]).CorrelationWith([2, 2, 2]), Is.NaN);
    }

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
