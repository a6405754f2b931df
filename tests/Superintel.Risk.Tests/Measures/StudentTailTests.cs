using Superintel.Prediction.Analytics.Distributions;
using Superintel.Prediction.Analytics.Optimisation;
using Superintel.Risk.Measures.Tails;

namespace Superintel.Risk.Tests.Measures;

/// <summary>The fit by Newton's steps against a simplex on the likelihood written out.</summary>
public sealed class StudentTailTests
{
    [Test]
    public void Fit_stands_where_a_simplex_ends(
        [Values(2.2, 3, 5, 10)] double freedom, [Values(60, 253, 1001)] int count, [Range(1, 3)] int seed)
    {
        var sample = Sample(freedom, count, seed);
        var (found, plain) = (StudentTail.Fit(sample), Simplex(sample));
        // A simplex knows a summit to the root of what heights are rounded by; where the sample is nearly normal it stops anywhere.
        if (plain.Freedom > 30) return;
        Assert.Multiple(() =>
        {
            Assert.That(Likelihood(sample, found), Is.GreaterThanOrEqualTo(Likelihood(sample, plain) - 1e-9));
            Assert.That(found.Tail(0.95).Cvar, Is.EqualTo(plain.Tail(0.95).Cvar).Within(1e-4).Percent);
            Assert.That(found.Tail(0.99).Var, Is.EqualTo(plain.Tail(0.99).Var).Within(1e-4).Percent);
            Assert.That(found.Tail(0.99).Cvar, Is.EqualTo(plain.Tail(0.99).Cvar).Within(1e-4).Percent);
        });
    }

    [Test]
    public void Sample_with_thinner_tails_than_the_normal_has_its_tail([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        double[] sample = [.. Enumerable.Range(0, 500).Select(_ => 0.02 * (random.NextDouble() - 0.5))];
        var mean = sample.Average();
        var deviation = Math.Sqrt(sample.Average(value => (value - mean) * (value - mean)));
        Assert.That(StudentTail.Fit(sample).Tail(0.99).Var, Is.EqualTo(-(mean + (deviation * Normal.Quantile(0.01)))).Within(1e-8));
    }

    [Test]
    public void Order_of_the_days_and_unit_of_the_returns_change_nothing()
    {
        var sample = Sample(3, 400, 9);
        var found = StudentTail.Fit(sample);
        var turned = StudentTail.Fit([.. Enumerable.Reverse(sample)]);
        var percent = StudentTail.Fit([.. sample.Select(value => 100 * value)]);
        Assert.Multiple(() =>
        {
            Assert.That(turned, Is.EqualTo(found));
            Assert.That(percent.Freedom, Is.EqualTo(found.Freedom).Within(1e-7));
            Assert.That(percent.Scale, Is.EqualTo(100 * found.Scale).Within(1e-9));
        });
    }

    private static double[] Sample(double freedom, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 0.0004 + (0.01 * Student.Quantile(random.NextDouble(), freedom)))];
    }

    private static StudentTail Simplex(double[] sample)
    {
        var (middle, spread) = (sample.Order().ElementAt(sample.Length / 2), 0.01);
        StudentTail At(ReadOnlySpan<double> point) =>
            new(1 + Math.Exp(point[0]), middle + (spread * point[1]), spread * Math.Exp(point[2]));
        double Negative(ReadOnlySpan<double> point) => -Likelihood(sample, At(point));
        var first = NelderMead.Minimise(Negative, [1, 0, 0], tolerance: 1e-14);
        return At(NelderMead.Minimise(Negative, first.Point, edge: 0.01, tolerance: 1e-15).Point);
    }

    private static double Likelihood(double[] sample, StudentTail at)
    {
        var constant = Student.LogDensity(0, at.Freedom) - Math.Log(at.Scale);
        var sum = 0.0;
        foreach (var value in sample)
        {
            var z = (value - at.Location) / at.Scale;
            sum += constant - (0.5 * (at.Freedom + 1) * Math.Log(1 + (z * z / at.Freedom)));
        }

        return sum;
    }
}
