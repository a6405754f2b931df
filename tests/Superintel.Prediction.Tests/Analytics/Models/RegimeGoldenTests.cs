using System.Text.Json;
using Superintel.Prediction.Analytics.RegimeSwitching;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Hidden Markov chains against hmmlearn and the umbrella world, Markov switching against Stata and statsmodels. Recursions and
/// single steps 1e-8 relative, likelihoods of searches 1e-6, their parameters 1e-4 (the reference stops earlier).</summary>
[Category("Shared")]
internal sealed class RegimeGoldenTests
{
    [Test]
    public void Recursions_of_the_umbrella_world_equal_the_published_ones()
    {
        var file = Reference.Read(RepositoryFiles.Shared("reference/published_hmm_umbrella.json"));
        double[] initial = Array.ConvertAll(file.GetProperty("startprob").Doubles(), Math.Log);
        double[] transition = Array.ConvertAll(Flat(file.GetProperty("transmat")), Math.Log);
        double[] frames = Array.ConvertAll(Flat(file.GetProperty("frame_probabilities")), Math.Log);
        double[] forward = new double[frames.Length];
        double[] backward = new double[frames.Length];
        int[] path = new int[frames.Length / 2];
        double likelihood = HiddenMarkovRecursion.Forward(initial, transition, frames, forward);
        HiddenMarkovRecursion.Backward(transition, frames, 2, backward);
        double best = HiddenMarkovRecursion.BestPath(initial, transition, frames, path);
        double tolerance = file.GetProperty("tol").GetDouble();
        Assert.That(likelihood, Is.EqualTo(file.GetProperty("loglik_4dp").GetDouble()).Within(tolerance));
        Assert.That(best, Is.EqualTo(file.GetProperty("viterbi_logprob_4dp").GetDouble()).Within(tolerance));
        Assert.That(path, Is.EqualTo(file.GetProperty("viterbi_path").Doubles()));
        Assert.That(Array.ConvertAll(forward, Math.Exp), Is.EqualTo(Flat(file.GetProperty("forward"))).Within(tolerance));
        Assert.That(Array.ConvertAll(backward, Math.Exp), Is.EqualTo(Flat(file.GetProperty("backward"))).Within(tolerance));
        double[] posterior = [.. forward.Zip(backward, (f, b) => Math.Exp(f + b - likelihood))];
        Assert.That(posterior, Is.EqualTo(Flat(file.GetProperty("posteriors"))).Within(tolerance));
    }

    [Test]
    public void HiddenMarkovModel_at_given_parameters_equals_hmmlearn() => ForEach((one, values, what) =>
    {
        var start = Model(one.GetProperty("start"));
        var expected = one.GetProperty("at_start_params");
        Agree.With(expected.GetProperty("loglik").GetDouble(), start.LogLikelihood(values), Agree.Closed, what);
        double[] posterior = start.Posterior(values);
        double[] at = expected.GetProperty("posterior_state0_at").Doubles();
        double[] probability = expected.GetProperty("posterior_state0").Doubles();
        for (int i = 0; i < at.Length; i++)
        {
            Agree.With(probability[i], posterior[2 * (int)at[i]], Agree.Closed, what);
        }

        var (path, log) = start.Decode(values);
        Agree.With(expected.GetProperty("viterbi_logprob").GetDouble(), log, Agree.Closed, what);
        Assert.That(path.Take(50), Is.EqualTo(expected.GetProperty("viterbi_first50").Doubles()));
        Assert.That(path.Sum(), Is.EqualTo(expected.GetProperty("viterbi_count_state1").GetInt32()));
        Assert.That(path.Skip(1).Zip(path, (a, b) => a != b).Count(x => x),
            Is.EqualTo(expected.GetProperty("viterbi_switches").GetInt32()));
    });

    [Test]
    public void GaussianHiddenMarkov_after_so_many_steps_equals_hmmlearn() => ForEach((one, values, what) =>
    {
        foreach (var run in one.GetProperty("baum_welch").EnumerateArray())
        {
            int steps = run.GetProperty("max_iterations").GetInt32();
            var fit = steps > 50
                ? GaussianHiddenMarkov.Fit(values)
                : GaussianHiddenMarkov.Improve(Model(one.GetProperty("start")), values, double.NegativeInfinity, steps);
            double tolerance = steps > 5 ? Agree.Iterative : Agree.Closed;
            Agree.With(run.GetProperty("loglik_after").GetDouble(), fit.LogLikelihood, tolerance, $"{what} {steps}");
            double parameters = steps > 5 ? 1e-4 : 1e-7;
            for (int i = 0; i < 2; i++)
            {
                Agree.With(run.GetProperty("means")[i].GetDouble(), fit.Model.Means[i], parameters, $"{what} {steps} mean");
                Agree.With(run.GetProperty("variances")[i].GetDouble(), fit.Model.Variances[i], parameters, $"{what} {steps} variance");
                Agree.With(run.GetProperty("transmat")[i][i].GetDouble(), fit.Model.Transition[i][i], parameters, $"{what} {steps} stay");
            }
        }
    });

    [Test]
    public void MarkovSwitching_of_real_returns_equals_statsmodels() => ForEach((one, values, what) =>
    {
        var mle = one.GetProperty("markov_switching_statsmodels_mle");
        var fit = MarkovSwitching.Fit(values);
        double[] p = mle.GetProperty("params").Doubles();
        double[] actual = [fit.Stay, fit.Back, fit.Coefficients[0][0], fit.Coefficients[1][0], fit.Variances[0], fit.Variances[1]];
        Agree.With(mle.GetProperty("llf").GetDouble(), fit.LogLikelihood, 1e-8, what);
        Agree.With(mle.GetProperty("bic").GetDouble(), fit.Bayes, 1e-8, what);
        for (int i = 0; i < p.Length; i++)
        {
            Agree.With(p[i], actual[i], 1e-3, $"{what} parameter {i}");
        }

        var start = Model(one.GetProperty("start"));
        double[] filtered = new double[values.Length];
        double[] smoothed = new double[values.Length];
        var (stay, back) = (start.Transition[0][0], start.Transition[1][0]);
        double likelihood = HamiltonFilter.Filter(stay, back, start.Frames(values), filtered);
        HamiltonFilter.Smooth(stay, back, filtered, smoothed);
        var same = one.GetProperty("markov_switching_statsmodels_same_transmat");
        Agree.With(same.GetProperty("llf_steady_state_start").GetDouble(), likelihood, Agree.Closed, what);
        double[] at = same.GetProperty("smoothed0_at").Doubles();
        for (int i = 0; i < at.Length; i++)
        {
            Agree.With(same.GetProperty("smoothed0")[i].GetDouble(), smoothed[(int)at[i]], Agree.Closed, what);
        }
    });

    [Test]
    public void MarkovSwitching_of_the_published_regression_equals_Stata()
    {
        var file = Reference.Read(RepositoryFiles.Shared("reference/published_markov_switching_areturns_stata.json"));
        double[] returns = Table.Read(RepositoryFiles.Shared("reference/input/areturns_weekly.csv")).Numbers("areturns");
        var fit = MarkovSwitching.Fit(returns.AsSpan(1), returns.AsSpan(0, returns.Length - 1));
        double[] p = file.GetProperty("params").Doubles();
        double[] actual =
        [
            fit.Stay, fit.Back, fit.Coefficients[0][0], fit.Coefficients[1][0], fit.Coefficients[0][1], fit.Coefficients[1][1],
            fit.Variances[0], fit.Variances[1],
        ];
        for (int i = 0; i < p.Length; i++)
        {
            Agree.With(p[i], actual[i], 1e-4, $"parameter {i}");
        }

        Assert.That(fit.LogLikelihood, Is.EqualTo(file.GetProperty("llf").GetDouble()).Within(1e-4));
        var computed = file.GetProperty("computed_here");
        double[] smoothed = computed.GetProperty("smoothed_regime0").Doubles();
        Assert.That(fit.Smoothed, Is.EqualTo(smoothed).Within(1e-4));
        Assert.That(fit.Filtered, Is.EqualTo(computed.GetProperty("filtered_regime0").Doubles()).Within(1e-4));
    }

    private static HiddenMarkovModel Model(JsonElement start) => new(
        start.GetProperty("startprob").Doubles(),
        [.. start.GetProperty("transmat").EnumerateArray().Select(row => row.Doubles())],
        start.GetProperty("means").Doubles(),
        start.GetProperty("variances").Doubles());

    private static double[] Flat(JsonElement rows) => [.. rows.EnumerateArray().SelectMany(r => r.Doubles())];

    private static void ForEach(Action<JsonElement, double[], string> check)
    {
        var cases = Reference.Read(RepositoryFiles.Shared("reference/hmm_regimes.json")).GetProperty("cases");
        Assert.Multiple(() =>
        {
            foreach (var one in cases.EnumerateArray())
            {
                string first = one.Word("series")!.Contains("2010") ? "2010" : "";
                double[] levels = LongSeries.Read(
                    RepositoryFiles.Shared(one.Word("input")!), one.Word("column")!, one.Word("symbol")!, first, "9999");
                double[] returns = [.. levels.Skip(1).Zip(levels, (next, last) => 100 * (Math.Log(next) - Math.Log(last)))];
                Assert.That(returns, Has.Length.EqualTo(one.GetProperty("n").GetInt32()));
                check(one, returns, one.Word("symbol")!);
            }
        });
    }
}
