using FsCheck;
using FsCheck.Fluent;
using Superintel.Prediction.Discovery;

namespace Superintel.Prediction.Tests.Discovery;

internal sealed class FalseDiscoveryTests
{
    [Test]
    public void Q_values_of_a_worked_example_are_the_published_ones()
    {
        // Benjamini and Hochberg (1995), section 4.1: 15 p-values; at 0.05 the first four are rejected.
        double[] p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1];

        var q = FalseDiscovery.QValues(p);

        Assert.That(q.Count(value => value <= 0.05), Is.EqualTo(4));
        Assert.That(q[0], Is.EqualTo(0.0015).Within(1e-12));
        Assert.That(q[3], Is.EqualTo(0.0095 * 15 / 4).Within(1e-12));
    }

    [Test]
    public void Q_values_of_no_trials_are_none() => Assert.That(FalseDiscovery.QValues([]), Is.Empty);

    [FsCheck.NUnit.Property]
    public bool Q_values_lie_between_their_p_value_and_one_and_keep_its_order(byte[] draws)
    {
        var p = draws.Select(draw => draw / 255.0).ToArray();
        var q = FalseDiscovery.QValues(p);
        return q.Zip(p).All(one => one.First >= one.Second && one.First <= 1)
            && Enumerable.Range(0, p.Length).All(i => Enumerable.Range(0, p.Length).All(j => p[i] > p[j] || q[i] <= q[j]));
    }
}
