using Superintel.Prediction.Analytics.Kalman;
using Superintel.Prediction.Analytics.Spread;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Online hedge ratio, MacKinnon grid and Bertram's example against the reference folder.</summary>
[Category("Shared")]
internal sealed class KalmanGoldenTests
{
    [TestCase("KO_PEP", "market/us_equities_daily_2013_2018.csv.gz", "KO", "PEP")]
    [TestCase("EWA_EWC", "market/country_etf_close_2016_2021.csv.gz", "EWA", "EWC")]
    public void KalmanHedgeRatio_on_real_pairs_equals_the_reference(string name, string file, string first, string second)
    {
        // Tolerance 1e-8 absolute on innovations and states, 1e-8 relative on the likelihood.
        var golden = Reference.Read(RepositoryFiles.Shared($"reference/kalman_dynamic_hedge_{name}.json"));
        var (y, x) = JoinedPair.Read(RepositoryFiles.Shared(file), "close", first, second);
        var filter = KalmanHedgeRatio.WithDelta(golden.GetProperty("delta").GetDouble(), golden.GetProperty("Ve").GetDouble());
        double[] errors = golden.GetProperty("e").Doubles();
        double[] slopes = golden.GetProperty("slope").Doubles();
        double[] intercepts = golden.GetProperty("intercept").Doubles();
        double[] variances = golden.GetProperty("Q").Doubles();
        for (int i = 0; i < y.Length; i++)
        {
            var innovation = filter.Update(Math.Log(y[i]), Math.Log(x[i]));
            Assert.That(innovation.Value, Is.EqualTo(errors[i]).Within(1e-8), $"innovation {i}");
            Assert.That(innovation.Variance, Is.EqualTo(variances[i]).Within(1e-10), $"variance {i}");
            Assert.That(filter.Slope, Is.EqualTo(slopes[i]).Within(1e-8), $"slope {i}");
            Assert.That(filter.Intercept, Is.EqualTo(intercepts[i]).Within(1e-8), $"intercept {i}");
        }

        Agree.With(golden.GetProperty("loglik_gaussian").GetDouble(), filter.LogLikelihood, Agree.Closed, "log likelihood");
    }

    [Test]
    public void Bertram_thresholds_equal_the_published_example()
    {
        // Published to 4-6 places; the level itself to 1e-8 relative of the value computed from the formula.
        var golden = Reference.Read(RepositoryFiles.Shared("reference/published_ou_bertram_threshold.json"));
        var actual = Bertram.MaximiseExpectedReturn(new OrnsteinUhlenbeckProcess(180.967, 0, 0.1538, 0), 0.001);
        var computed = golden.GetProperty("computed_here");
        Agree.With(computed.GetProperty("a").GetDouble(), actual.Entry, Agree.Closed, "entry");
        Agree.With(computed.GetProperty("expected_trade_length").GetDouble(), actual.ExpectedTradeLength, Agree.Closed, "length");
        double published = golden.GetProperty("published").GetProperty("expected_return").GetDouble();
        Assert.That(actual.ExpectedReturn, Is.EqualTo(published).Within(1e-6));
    }
}
