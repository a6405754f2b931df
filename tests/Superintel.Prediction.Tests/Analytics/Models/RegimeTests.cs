using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.RegimeSwitching;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Recovery of planted regimes and refusals.</summary>
internal sealed class RegimeTests
{
    [Test]
    public void GaussianHiddenMarkov_of_three_planted_states_finds_them()
    {
        var (values, truth) = Planted(3, 6000, [-2, 0, 3], [0.5, 0.3, 0.8], 0.97);
        var fit = GaussianHiddenMarkov.Fit(values, 3);
        Assert.That(fit.Model.Means, Is.EqualTo(new[] { 0.0, -2, 3 }).Within(0.08));
        Assert.That(fit.Model.Variances, Is.EqualTo(new[] { 0.09, 0.25, 0.64 }).Within(0.05));
        Assert.That(fit.Model.Transition[0][0], Is.EqualTo(0.97).Within(0.015));
        int[] path = fit.Model.Decode(values).Path;
        int[] names = [1, 0, 2];
        double right = path.Zip(truth, (p, t) => names[p] == t).Count(x => x) / (double)path.Length;
        Assert.That(right, Is.GreaterThan(0.97));
    }

    [Test]
    public void MarkovSwitching_and_hidden_Markov_chain_of_planted_variances_agree()
    {
        var (values, _) = Planted(4, 5000, [0.1, -0.1], [0.5, 2], 0.97);
        var chain = GaussianHiddenMarkov.Fit(values);
        var switching = MarkovSwitching.Fit(values);
        Assert.That(switching.Stay, Is.EqualTo(0.97).Within(0.015));
        Assert.That(1 - switching.Back, Is.EqualTo(0.97).Within(0.015));
        Assert.That(switching.Variances, Is.EqualTo(new[] { 0.25, 4 }).Within(0.3));
        Assert.That(switching.Variances, Is.EqualTo(chain.Model.Variances).Within(0.02));
        Assert.That(switching.LogLikelihood, Is.EqualTo(chain.LogLikelihood).Within(2));
        Assert.That(switching.Durations[0], Is.EqualTo(33).Within(20));
    }

    [Test]
    public void Regime_models_follow_shift_and_scale_of_the_series()
    {
        var (values, _) = Planted(5, 1500, [0.5, -0.5], [0.5, 1.5], 0.95);
        double[] moved = Array.ConvertAll(values, v => 7 + (0.01 * v));
        double shift = values.Length * Math.Log(0.01);
        var (one, two) = (GaussianHiddenMarkov.Fit(values), GaussianHiddenMarkov.Fit(moved));
        Agree.With(one.LogLikelihood - shift, two.LogLikelihood, 1e-8, "chain likelihood");
        Agree.With(7 + (0.01 * one.Model.Means[0]), two.Model.Means[0], 1e-6, "mean");
        var (three, four) = (MarkovSwitching.Fit(values), MarkovSwitching.Fit(moved));
        Agree.With(three.LogLikelihood - shift, four.LogLikelihood, 1e-9, "switching likelihood");
        Agree.With(three.Stay, four.Stay, 1e-6, "stay");
        Agree.With(7 + (0.01 * three.Coefficients[1][0]), four.Coefficients[1][0], 1e-6, "constant");
    }

    [Test]
    public void MarkovSwitching_with_one_variance_orders_regimes_by_their_constants()
    {
        var (values, _) = Planted(6, 3000, [1, -1], [0.5, 0.5], 0.95);
        var fit = MarkovSwitching.Fit(values, switchingVariance: false);
        Assert.That(fit.Coefficients[0][0], Is.EqualTo(-1).Within(0.05));
        Assert.That(fit.Coefficients[1][0], Is.EqualTo(1).Within(0.05));
        Assert.That(fit.Variances[0], Is.EqualTo(fit.Variances[1]).And.EqualTo(0.25).Within(0.02));
    }

    [Test]
    public void Regime_models_when_the_series_is_at_fault_say_so()
    {
        double[] walk = RandomWalks.Walk(new Random(1), 60);
        Assert.That(Code(() => GaussianHiddenMarkov.Fit(walk.AsSpan(0, 19))), Is.EqualTo(SeriesFaultCodes.TooShort));
        Assert.That(Code(() => MarkovSwitching.Fit(new double[60])), Is.EqualTo(SeriesFaultCodes.ConstantSeries));
        Assert.That(Code(() => MarkovSwitching.Fit(walk, walk.AsSpan(0, 50))), Is.EqualTo(SeriesFaultCodes.LengthMismatch));
        walk[5] = double.NaN;
        Assert.That(Code(() => GaussianHiddenMarkov.Fit(walk)), Is.EqualTo(SeriesFaultCodes.NotFinite));
    }

    private static string Code(Action call) => Assert.Throws<SeriesFaultException>(call)!.Fault.Code;

    private static (double[] Values, int[] States) Planted(int seed, int length, double[] means, double[] deviations, double stay)
    {
        var random = new Random(seed);
        double[] values = new double[length];
        int[] states = new int[length];
        int state = 0;
        for (int t = 0; t < length; t++)
        {
            if (random.NextDouble() > stay)
            {
                state = (state + 1 + random.Next(means.Length - 1)) % means.Length;
            }

            states[t] = state;
            values[t] = means[state] + (deviations[state] * RandomWalks.Gaussian(random));
        }

        return (values, states);
    }
}
