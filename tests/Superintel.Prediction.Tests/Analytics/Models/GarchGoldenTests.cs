using System.Text.Json;
using Superintel.Prediction.Analytics.Volatility;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Variance models against arch 6.2.0 and the published benchmark. arch's own search stops where its likelihood no longer
/// grows in the tenth digit, so parameters agree to 2e-4 and likelihoods to 1e-8 relative, never below arch's.</summary>
[Category("Shared")]
internal sealed class GarchGoldenTests
{
    private const double Parameters = 2e-4;

    [Test]
    public void Garch_of_real_returns_equals_arch() => ForEach((model, returns, what) =>
    {
        var call = model.GetProperty("call");
        if (!IsCall(call, "GARCH") || call.TryGetProperty("o", out _) || call.TryGetProperty("dist", out _) || call.Word("mean") == "AR")
        {
            return;
        }

        var mean = call.Word("mean") == "Zero" ? MeanModel.Zero : MeanModel.Constant;
        var fit = Garch.Fit(returns, mean);
        Likelihood(model, fit.LogLikelihood, what);
        var expected = model.GetProperty("params");
        Agree.With(expected.GetProperty("omega").GetDouble(), fit.Omega, Parameters, what);
        Agree.With(expected.GetProperty("alpha[1]").GetDouble(), fit.Alpha, Parameters, what);
        Agree.With(expected.GetProperty("beta[1]").GetDouble(), fit.Beta, Parameters, what);
        Agree.With(mean == MeanModel.Zero ? 0 : expected.GetProperty("mu").GetDouble(), fit.Mu, Parameters, what);
        double[] variances = new double[returns.Length];
        double[] forecast = new double[5];
        fit.Forecast(fit.Filter(returns, variances), forecast);
        double[] last = model.GetProperty("cond_vol_last5").Doubles();
        Agree.With(last[^1], Math.Sqrt(variances[^1]), Parameters, what);
        Agree.With(model.GetProperty("forecast_variance_h1_5").Doubles()[4], forecast[4], Parameters, what);
        Agree.With(model.GetProperty("bic").GetDouble(), fit.Bayes, Agree.Closed, what);
    });

    [Test]
    public void Garch_recursion_at_archs_parameters_gives_archs_likelihood() => ForEach((model, returns, what) =>
    {
        // The file's own backcast is about the estimated mean; the fit that it belongs to used the sample's.
        var call = model.GetProperty("call");
        if (!IsCall(call, "GARCH") || call.Word("mean") != "Constant" || call.EnumerateObject().Count() != 4)
        {
            return;
        }

        var p = model.GetProperty("params");
        double mu = p.GetProperty("mu").GetDouble();
        double mean = returns.Average();
        var given = new GarchModel(
            mu,
            p.GetProperty("omega").GetDouble(),
            p.GetProperty("alpha[1]").GetDouble(),
            p.GetProperty("beta[1]").GetDouble(),
            Backcast.Of(Array.ConvertAll(returns, r => r - mean)),
            0,
            4,
            returns.Length);
        double[] variances = new double[returns.Length];
        given.Filter(returns, variances);
        double[] shocks = Array.ConvertAll(returns, r => r - mu);
        double likelihood = ExponentialVariance.LogLikelihood(shocks, variances);
        Agree.With(model.GetProperty("loglikelihood").GetDouble(), likelihood, 1e-11, what);
        double[] first = model.GetProperty("cond_vol_first5").Doubles();
        for (int t = 0; t < first.Length; t++)
        {
            Agree.With(first[t], Math.Sqrt(variances[t]), 1e-11, what);
        }
    });

    [Test]
    public void Egarch_of_real_returns_equals_arch() => ForEach((model, returns, what) =>
    {
        if (!IsCall(model.GetProperty("call"), "EGARCH"))
        {
            return;
        }

        var fit = Egarch.Fit(returns);
        Likelihood(model, fit.LogLikelihood, what);
        var expected = model.GetProperty("params");
        Agree.With(expected.GetProperty("alpha[1]").GetDouble(), fit.Alpha, 1e-3, what);
        Assert.That(fit.Gamma, Is.EqualTo(expected.GetProperty("gamma[1]").GetDouble()).Within(1e-4), what);
        Agree.With(expected.GetProperty("beta[1]").GetDouble(), fit.Beta, 1e-3, what);
        Assert.That(fit.Omega, Is.EqualTo(expected.GetProperty("omega").GetDouble()).Within(1e-4), what);
        double[] variances = new double[returns.Length];
        double next = fit.Filter(returns, variances);
        Agree.With(model.GetProperty("forecast_variance_h1_5").Doubles()[0], next, 1e-3, what);
        Agree.With(model.GetProperty("cond_vol_last5").Doubles()[4], Math.Sqrt(variances[^1]), 1e-3, what);
    });

    [Test]
    public void Exponential_variance_at_archs_mean_equals_arch() => ForEach((model, returns, what) =>
    {
        if (model.GetProperty("call").ValueKind != JsonValueKind.String)
        {
            return;
        }

        double mu = model.GetProperty("params").GetProperty("mu").GetDouble();
        double mean = returns.Average();
        double presample = Backcast.Of(Array.ConvertAll(returns, r => r - mean));
        double[] shocks = Array.ConvertAll(returns, r => r - mu);
        double[] variances = new double[returns.Length];
        ExponentialVariance.Filter(shocks, variances, 0.94, presample);
        double likelihood = ExponentialVariance.LogLikelihood(shocks, variances);
        Agree.With(model.GetProperty("loglikelihood").GetDouble(), likelihood, Agree.Closed, what);
        Agree.With(model.GetProperty("cond_vol_last5").Doubles()[4], Math.Sqrt(variances[^1]), Agree.Closed, what);
    });

    [Test]
    public void Garch_of_the_published_benchmark_equals_it_to_its_printed_digits()
    {
        var file = Reference.Read(RepositoryFiles.Shared("reference/published_garch_dem2gbp.json"));
        double[] returns = Table.Read(RepositoryFiles.Shared("reference/input/dem2gbp_bollerslev_ghysels.csv")).Numbers("r");
        var fit = Garch.Fit(returns, MeanModel.Constant, PresampleVariance.Sample);
        var expected = file.GetProperty("params");
        Agree.With(expected.GetProperty("mu").GetDouble(), fit.Mu, 1e-5, "mu");
        Agree.With(expected.GetProperty("omega").GetDouble(), fit.Omega, 1e-5, "omega");
        Agree.With(expected.GetProperty("alpha").GetDouble(), fit.Alpha, 1e-5, "alpha");
        Agree.With(expected.GetProperty("beta").GetDouble(), fit.Beta, 1e-5, "beta");
        Assert.That(fit.LogLikelihood, Is.EqualTo(-1106.608).Within(5e-4));
        var backcast = file.GetProperty("arch_here_default_backcast");
        Agree.With(backcast.GetProperty("loglik").GetDouble(), Garch.Fit(returns).LogLikelihood, Agree.Closed, "backcast");
    }

    private static void Likelihood(JsonElement model, double actual, string what)
    {
        double expected = model.GetProperty("loglikelihood").GetDouble();
        Agree.With(expected, actual, Agree.Iterative, what);
        Assert.That(actual, Is.GreaterThanOrEqualTo(expected - 1e-6), $"{what}: arch found a better optimum");
    }

    private static bool IsCall(JsonElement call, string model) => call.ValueKind == JsonValueKind.Object && call.Word("vol") == model;

    private static void ForEach(Action<JsonElement, double[], string> check)
    {
        var cases = Reference.Read(RepositoryFiles.Shared("reference/garch_arch.json")).GetProperty("cases");
        Assert.Multiple(() =>
        {
            foreach (var one in cases.EnumerateArray())
            {
                double[] returns = ReturnsOf(one);
                Assert.That(returns, Has.Length.EqualTo(one.GetProperty("n_returns").GetInt32()));
                foreach (var model in one.GetProperty("models").EnumerateArray())
                {
                    check(model, returns, $"{one.Word("input")} {model.GetProperty("call")}");
                }
            }
        });
    }

    private static double[] ReturnsOf(JsonElement one)
    {
        string input = one.Word("input")!;
        if (input.StartsWith("input/", StringComparison.Ordinal))
        {
            double[] prices = Table.Read(RepositoryFiles.Shared($"reference/{input}")).Numbers("Adj Close");
            return [.. prices.Skip(1).Zip(prices, (next, last) => 100 * ((next / last) - 1))];
        }

        double[] levels = LongSeries.Read(RepositoryFiles.Shared(input), one.Word("column")!, one.Word("symbol")!, "", "9999");
        return [.. levels.Skip(1).Zip(levels, (next, last) => 100 * (Math.Log(next) - Math.Log(last)))];
    }
}
