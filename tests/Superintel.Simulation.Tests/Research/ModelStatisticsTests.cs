using System.Text.Json;
using Superintel.TestKit;

namespace Superintel.Simulation.Tests.Research;

/// <summary>The verbs of <c>stats</c> that fit models: field names, coherence, refusals.</summary>
[NonParallelizable]
internal sealed class ModelStatisticsTests
{
    [TestCase("garch --columns KO --returns --scale 100", "omega alpha beta mu logLikelihood aic bic persistence forecastVariance")]
    [TestCase("egarch --columns KO --returns --scale 100 --symmetric", "omega alpha gamma beta mu logLikelihood forecastVariance")]
    [TestCase("har --columns KO --horizons 1,5", "intercept coefficients standardErrors robustErrors hacLags rSquared forecast")]
    [TestCase("hmm --columns KO --returns --paths", "means variances transition initial logLikelihood aic bic path posterior")]
    [TestCase("regime --columns KO,PG --returns --ar 1", "p00 p10 coefficients variances logLikelihood durations filtered smoothed")]
    [TestCase("var --columns KO,PG --returns --max-lag 4", "lags coefficients standardErrors covariance forecast granger")]
    [TestCase("vecm --columns KO,PG --log", "alpha beta gamma inside outside eigenvalues logLikelihood forecast impulseResponses")]
    [TestCase("copula --columns KO,PG --returns --paths", "family parameters kendallTau logLikelihood aic fits mispricing mispricingFirst")]
    [TestCase("ar --columns KO --returns --ic bic", "lags constant coefficients standardErrors sigma2 logLikelihood aic bic forecast")]
    [TestCase("arima --columns KO --log --order 0,1,1", "mean ar ma sigma2 logLikelihood aic bic forecast forecastErrors")]
    [TestCase("cir --columns KO --dt 0.004", "theta mu sigma logLikelihood halfLife staysPositive")]
    [TestCase("pca --returns --components 3", "eigenvalues ratios components noiseLimit aboveNoise observations")]
    [TestCase("cluster --returns --method optics", "clusters noise labels eps order reachability")]
    [TestCase("distance --pairs 7 --train 250", "pairs tested rows")]
    public void Verb_prints_its_documented_fields(string arguments, string fields)
    {
        var result = StatsRun.Json(arguments);
        Assert.Multiple(() =>
        {
            foreach (string field in fields.Split(' '))
                Assert.That(result.TryGetProperty(field, out _), Is.True, $"{arguments}: no {field}");
        });
    }

    [Test]
    public void Garch_numbers_belong_together()
    {
        var result = StatsRun.Json("garch --columns IBM --returns --scale 100 --forecast 3 --paths");
        double persistence = result.GetProperty("alpha").GetDouble() + result.GetProperty("beta").GetDouble();
        Assert.That(result.GetProperty("persistence").GetDouble(), Is.EqualTo(persistence));
        Assert.That(result.GetProperty("forecastVariance").GetArrayLength(), Is.EqualTo(3));
        Assert.That(result.GetProperty("variances").GetArrayLength(), Is.EqualTo(result.GetProperty("observations").GetInt32()));
        var forecast = result.GetProperty("forecastVariance").EnumerateArray().Select(e => e.GetDouble()).ToArray();
        double next = result.GetProperty("omega").GetDouble() + (persistence * forecast[0]);
        Assert.That(forecast[1], Is.EqualTo(next).Within(1e-12));
    }

    [Test]
    public void Var_forecast_and_responses_have_a_row_per_bar()
    {
        var result = StatsRun.Json("var --columns KO,PG,XOM --returns --lags 2 --forecast 4 --irf 6 --orthogonal");
        Assert.That(result.GetProperty("coefficients").GetArrayLength(), Is.EqualTo(7));
        Assert.That(result.GetProperty("forecast").GetArrayLength(), Is.EqualTo(4));
        Assert.That(result.GetProperty("impulseResponses").GetArrayLength(), Is.EqualTo(7));
        Assert.That(result.GetProperty("impulseResponses")[0][0][1].GetDouble(), Is.Zero, "the second does not move the first at once");
        Assert.That(result.GetProperty("granger").GetArrayLength(), Is.EqualTo(6));
    }

    [Test]
    public void Copula_fits_are_ordered_by_their_criterion()
    {
        var fits = StatsRun.Json("copula --columns C,JPM --returns").GetProperty("fits").EnumerateArray().ToArray();
        Assert.That(fits, Has.Length.EqualTo(6));
        Assert.That(fits.Select(f => f.GetProperty("aic").GetDouble()), Is.Ordered.Ascending);
    }

    [TestCase("garch --columns KO,PG", "wrong-number-of-columns")]
    [TestCase("garch --columns KO --scale 0", "bad-option")]
    [TestCase("hmm --columns KO --states 17", "bad-option")]
    [TestCase("var --columns KO,PG --max-lag 0", "bad-option")]
    [TestCase("var --columns KO,PG --lags -1", "lag-out-of-range")]
    [TestCase("var --columns KO,PG --lags 2000", "too-short")]
    [TestCase("vecm --columns KO,PG --rank 3", "lag-out-of-range")]
    [TestCase("arima --columns KO --order 1,1", "bad-option")]
    [TestCase("arima --columns KO --order 1,3,1", "lag-out-of-range")]
    [TestCase("ar --columns KO --lags 0 --trend n", "lag-out-of-range")]
    [TestCase("cir --columns KO --dt 0", "bad-option")]
    [TestCase("copula --columns KO,PG --train 5", "bad-option")]
    [TestCase("cluster --returns --min-points 31", "bad-option")]
    [TestCase("distance --train 2", "bad-option")]
    [TestCase("har --columns KO --horizons 5,1", "lag-out-of-range")]
    [TestCase("regime --columns KO --ar 13", "bad-option")]
    public void Verb_when_an_option_is_wrong_is_refused_by_code(string arguments, string code) =>
        Assert.That(StatsRun.Refusal(arguments).Code, Is.EqualTo(code));

    [Test]
    public void Verb_when_a_price_has_no_logarithm_names_series_and_row()
    {
        string folder = Scratch.Folder("model");
        try
        {
            string file = Path.Combine(folder, "prices.csv");
            var rows = Enumerable.Range(1, 59).Select(i => $"2020-01-01T00:{i:00}:00Z,{i},{(i == 40 ? 0 : i * i)}");
            File.WriteAllLines(file, ["date,A,B", .. rows]);
            Assert.That(StatsRun.Refusal("copula --columns A,B --returns", file), Is.EqualTo(("not-positive", "B", (int?)40)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
