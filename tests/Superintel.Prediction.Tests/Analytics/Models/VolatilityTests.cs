using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Volatility;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Recovery of planted variance models, invariances, refusals.</summary>
internal sealed class VolatilityTests
{
    [Test]
    public void Garch_on_simulated_returns_recovers_its_parameters()
    {
        double[] returns = SimulatedReturns.Garch(5, 20_000, 0.05, 0.02, 0.08, 0.9);
        var fit = Garch.Fit(returns);
        Assert.That(fit.Mu, Is.EqualTo(0.05).Within(0.02));
        Assert.That(fit.Omega, Is.EqualTo(0.02).Within(0.006));
        Assert.That(fit.Alpha, Is.EqualTo(0.08).Within(0.015));
        Assert.That(fit.Beta, Is.EqualTo(0.9).Within(0.02));
        Assert.That(fit.LongRunVariance, Is.EqualTo(1).Within(0.15));
    }

    [Test]
    public void Egarch_on_simulated_returns_recovers_its_parameters()
    {
        var fit = Egarch.Fit(SimulatedReturns.Egarch(6, 20_000, -0.01, 0.15, -0.1, 0.97), MeanModel.Zero);
        Assert.That(fit.Alpha, Is.EqualTo(0.15).Within(0.02));
        Assert.That(fit.Gamma, Is.EqualTo(-0.1).Within(0.015));
        Assert.That(fit.Beta, Is.EqualTo(0.97).Within(0.008));
    }

    [TestCase(1e-4)]
    [TestCase(0.01)]
    [TestCase(250)]
    public void Variance_models_scale_with_the_unit_of_the_returns(double scale)
    {
        double[] returns = SimulatedReturns.Garch(7, 1500, 0.05, 0.02, 0.08, 0.9);
        double[] other = Array.ConvertAll(returns, r => scale * r);
        double shift = returns.Length * Math.Log(scale);
        var (one, two) = (Garch.Fit(returns), Garch.Fit(other));
        Agree.With(scale * scale * one.Omega, two.Omega, Agree.Iterative, "omega");
        Agree.With(one.Alpha, two.Alpha, Agree.Iterative, "alpha");
        Agree.With(one.LogLikelihood - shift, two.LogLikelihood, 1e-10, "likelihood");
        var (first, second) = (Egarch.Fit(returns), Egarch.Fit(other));
        Agree.With(first.Beta, second.Beta, Agree.Iterative, "beta");
        Agree.With(first.Omega + ((1 - first.Beta) * 2 * Math.Log(scale)), second.Omega, 1e-5, "log omega");
        Agree.With(first.LogLikelihood - shift, second.LogLikelihood, 1e-10, "likelihood");
    }

    [Test]
    public void Garch_optimum_beats_its_neighbours()
    {
        double[] returns = SimulatedReturns.Garch(8, 800, 0, 0.05, 0.1, 0.85);
        var fit = Garch.Fit(returns, MeanModel.Zero);
        Agree.With(Likelihood(fit, returns), fit.LogLikelihood, 1e-12, "stated likelihood");
        foreach (double nudge in new[] { 0.99, 1.01 })
        {
            Assert.That(Likelihood(fit with { Alpha = fit.Alpha * nudge }, returns), Is.LessThan(fit.LogLikelihood));
            Assert.That(Likelihood(fit with { Beta = fit.Beta * nudge }, returns), Is.LessThan(fit.LogLikelihood));
            Assert.That(Likelihood(fit with { Omega = fit.Omega * nudge }, returns), Is.LessThan(fit.LogLikelihood));
        }
    }

    [Test]
    public void Garch_of_independent_returns_finds_no_clusters()
    {
        var random = new Random(9);
        double[] returns = [.. Enumerable.Range(0, 3000).Select(_ => RandomWalks.Gaussian(random))];
        var fit = Garch.Fit(returns);
        Assert.That(fit.Alpha, Is.LessThan(0.05));
        Assert.That(fit.LongRunVariance, Is.EqualTo(1).Within(0.1));
    }

    [Test]
    public void HeterogeneousAutoregression_of_a_planted_model_recovers_its_weights()
    {
        var random = new Random(10);
        double[] series = new double[20_000];
        for (int t = 0; t < series.Length; t++)
        {
            double Mean(int span) => t < span ? 1 : series.AsSpan(t - span, span).ToArray().Average();
            series[t] = 0.1 + (0.3 * Mean(1)) + (0.35 * Mean(5)) + (0.25 * Mean(22)) + (0.2 * RandomWalks.Gaussian(random));
        }

        var fit = HeterogeneousAutoregression.Fit(series);
        Assert.That(fit.Coefficients[0], Is.EqualTo(0.3).Within(0.03));
        Assert.That(fit.Coefficients[1], Is.EqualTo(0.35).Within(0.06));
        Assert.That(fit.Coefficients[2], Is.EqualTo(0.25).Within(0.06));
        Assert.That(fit.ResidualVariance, Is.EqualTo(0.04).Within(0.002));
        Assert.That(fit.RobustErrors[1], Is.EqualTo(fit.StandardErrors[1]).Within(0.1 * fit.StandardErrors[1]));
    }

    [Test]
    public void Variance_models_when_returns_are_at_fault_say_so()
    {
        double[] spoiled = SimulatedReturns.Garch(11, 100, 0, 0.05, 0.1, 0.85);
        Assert.That(Code(() => Garch.Fit(spoiled.AsSpan(0, 10))), Is.EqualTo(SeriesFaultCodes.TooShort));
        spoiled[3] = double.NaN;
        Assert.That(Code(() => Garch.Fit(spoiled)), Is.EqualTo(SeriesFaultCodes.NotFinite));
        Assert.That(Code(() => Egarch.Fit(new double[100])), Is.EqualTo(SeriesFaultCodes.ConstantSeries));
        Assert.That(Code(() => HeterogeneousAutoregression.Fit(RandomWalks.Walk(new Random(1), 24))),
            Is.EqualTo(SeriesFaultCodes.TooShort));
        Assert.That(
            Code(() => HeterogeneousAutoregression.Fit(RandomWalks.Walk(new Random(1), 90), [5, 1])),
            Is.EqualTo(SeriesFaultCodes.LagOutOfRange));
    }

    private static string Code(Action call) => Assert.Throws<SeriesFaultException>(call)!.Fault.Code;

    private static double Likelihood(GarchModel model, double[] returns)
    {
        double[] variances = new double[returns.Length];
        model.Filter(returns, variances);
        return ExponentialVariance.LogLikelihood(Array.ConvertAll(returns, r => r - model.Mu), variances);
    }
}
