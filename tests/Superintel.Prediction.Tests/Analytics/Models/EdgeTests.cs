using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Discovery;
using Superintel.Prediction.Analytics.Spread;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Promises at the edge of floating point.</summary>
internal sealed class EdgeTests
{
    [Test]
    public void FalseDiscoveryRate_never_puts_a_q_value_below_its_p_value()
    {
        var random = new Random(12);
        for (int trial = 0; trial < 2000; trial++)
        {
            double[] p = [.. Enumerable.Range(0, 1 + random.Next(60)).Select(_ => Math.Pow(random.NextDouble(), 3))];
            double[] q = new double[p.Length];
            foreach (var method in Enum.GetValues<FalseDiscovery>())
            {
                FalseDiscoveryRate.Adjust(p, q, method);
                for (int i = 0; i < p.Length; i++)
                {
                    Assert.That(q[i], Is.GreaterThanOrEqualTo(p[i]).And.LessThanOrEqualTo(1));
                }
            }
        }
    }

    [TestCase(1)]
    [TestCase(8.5)]
    [TestCase(24)]
    [TestCase(26)]
    [TestCase(1e6)]
    [TestCase(double.PositiveInfinity)]
    public void Bertram_of_a_great_cost_answers_or_refuses_with_a_code(double cost)
    {
        var process = new OrnsteinUhlenbeckProcess(0.5, 0, 0.5, 0);
        try
        {
            var best = Bertram.MaximiseExpectedReturn(process, cost);
            Assert.That(best.ExpectedReturn, Is.GreaterThanOrEqualTo(0));
            Assert.That(best.Exit - best.Entry, Is.GreaterThan(cost));
        }
        catch (SeriesFaultException fault)
        {
            Assert.That(fault.Fault.Code, Is.EqualTo(SeriesFaultCodes.NotConverged));
            Assert.That(cost, Is.GreaterThan(20));
        }
    }
}
