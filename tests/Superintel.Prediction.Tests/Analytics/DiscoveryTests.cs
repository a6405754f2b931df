using Superintel.Prediction.Analytics.Discovery;
using Superintel.Prediction.Analytics.Screening;

namespace Superintel.Prediction.Tests.Analytics;

internal sealed class DiscoveryTests
{
    [Test]
    public void Discovery_on_ten_thousand_pairs_of_independent_walks_finds_no_more_than_allowed()
    {
        // 142 independent walks make 10,011 pairs. At a rate of 5 % a universe without a single true pair may report a finding in one of
        // twenty universes; dependence through shared series is what Yekutieli's bound is for.
        int universesWithFindings = 0;
        for (int seed = 0; seed < 10; seed++)
        {
            var found = PairDiscovery.Find(
                RandomWalks.Universe(1000 + seed, 142, 500),
                new PairDiscoveryOptions { Method = FalseDiscovery.BenjaminiYekutieli },
                null,
                CancellationToken.None);
            Assert.That(found.Tested, Is.EqualTo(10011));
            universesWithFindings += found.Pairs.Count > 0 ? 1 : 0;
        }

        // P(more than 2 of 10 | 5 % each) is 1.2 %.
        Assert.That(universesWithFindings, Is.LessThanOrEqualTo(2));
    }

    [Test]
    public void Discovery_when_a_pair_is_planted_finds_and_confirms_it()
    {
        var random = new Random(77);
        double[][] universe = RandomWalks.Universe(79, 40, 1000);
        double[] spread = RandomWalks.Reverting(random, 1000, 0.9, 0.006);
        universe[31] = [.. universe[7].Zip(spread, (x, e) => 1 + (0.8 * x) + e)];
        var found = PairDiscovery.Find(universe, new PairDiscoveryOptions(), null, CancellationToken.None);
        Assert.That((found.Pairs[0].Forward.First, found.Pairs[0].Forward.Second), Is.EqualTo((7, 31)));
        Assert.That(found.Pairs[0].Objections, Is.Empty);
        Assert.That(found.Pairs[0].Forward.HedgeRatio, Is.EqualTo(1 / 0.8).Within(0.1));
        Assert.That(found.Pairs[0].HalfLife, Is.EqualTo(Math.Log(2) / -Math.Log(0.9)).Within(4));
        Assert.That(found.Pairs[0].Trials, Is.EqualTo(780));
    }

    [Test]
    public void Discovery_never_looks_before_its_trailing_window()
    {
        double[][] universe = RandomWalks.Universe(5, 12, 600);
        double[][] spoiled = [.. universe.Select(s => s.Select((v, t) => t < 300 ? 1e6 * t : v).ToArray())];
        var options = new PairDiscoveryOptions { Window = 300, Rate = 1 };
        Assert.That(
            PairDiscovery.Find(spoiled, options, null, CancellationToken.None).Pairs.Select(p => p.Forward),
            Is.EqualTo(PairDiscovery.Find(universe, options, null, CancellationToken.None).Pairs.Select(p => p.Forward)));
    }

    [Test]
    [Category("Shared")]
    public void Adjusted_p_values_equal_statsmodels()
    {
        // Closed forms: 1e-12 relative.
        var golden = Reference.Read(RepositoryFiles.Shared("reference/multiple_testing.json"));
        double[] p = golden.GetProperty("pvalues").Doubles();
        double[] q = new double[p.Length];
        foreach (var method in Enum.GetValues<FalseDiscovery>())
        {
            string name = method == FalseDiscovery.BenjaminiHochberg ? "fdr_bh" : "fdr_by";
            FalseDiscoveryRate.Adjust(p, q, method);
            double[] expected = golden.GetProperty("results").GetProperty(name).GetProperty("adjusted").Doubles();
            Assert.That(q, Is.EqualTo(expected).Within(1e-12));
        }
    }

    [Test]
    public void Adjusted_p_values_of_Benjamini_and_Hochbergs_own_example_reject_the_first_four()
    {
        // Benjamini and Hochberg (1995), section 3: fifteen p-values, four rejections at 5 %.
        double[] p =
        [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
        ];
        double[] q = new double[p.Length];
        FalseDiscoveryRate.Adjust(p, q);
        Assert.That(q.Count(v => v <= 0.05), Is.EqualTo(4));
        Assert.That(q[3], Is.EqualTo(0.0095 * 15 / 4).Within(1e-15));
    }
}
