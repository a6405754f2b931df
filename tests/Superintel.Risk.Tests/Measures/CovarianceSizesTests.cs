using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;

namespace Superintel.Risk.Tests.Measures;

public sealed class CovarianceSizesTests
{
    [TestCase(1, 20)]
    [TestCase(2, 21)]
    [TestCase(3, 22)]
    [TestCase(4, 23)]
    [TestCase(5, 24)]
    [TestCase(11, 131)]
    public void Sample_covariance_of_any_number_of_assets_is_that_of_the_plain_formula(int assets, int periods)
    {
        var random = new Random(assets);
        double[][] columns = [.. Enumerable.Range(0, assets).Select(_ => Some())];
        var found = CovarianceEstimator.Sample(new ReturnPanel([.. columns.Select((_, i) => $"S{i}")], columns));
        double[] plain =
        [
            .. columns.SelectMany(one => columns.Select(other => one.Zip(other, (x, y) => (x - one.Average()) * (y - other.Average())).Sum()
                / (periods - 1))),
        ];
        Assert.That(found.Matrix, Is.EqualTo(plain).Within(1e-16));

        double[] Some() => [.. Enumerable.Range(0, periods).Select(_ => 0.04 * (random.NextDouble() - 0.5))];
    }
}
