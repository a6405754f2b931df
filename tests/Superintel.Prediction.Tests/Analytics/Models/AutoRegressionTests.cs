using System.Numerics.Tensors;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.AutoRegression;
using Superintel.Prediction.Analytics.Distributions;
using Superintel.Prediction.Analytics.Volatility;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Autoregressions and HAR against statsmodels (closed forms, 1e-8), ARIMA and CIR against statsmodels and scipy (likelihoods
/// 1e-8; parameters 1e-4 of the greatest, the reference's search ends at a slope of 1e-7).</summary>
internal sealed class AutoRegressionTests
{
    [Test]
    public void AutoRegressive_of_the_sample_equals_statsmodels() => Assert.Multiple(() =>
    {
        foreach (var one in ModelSample.Reference.GetProperty("ar").EnumerateArray())
        {
            double[] series = ModelSample.Returns(one.Word("series")!);
            bool constant = one.Word("trend") == "c";
            var fit = AutoRegressive.Fit(series, one.GetProperty("lags").GetInt32(), constant);
            string what = one.Word("series")!;
            double[] coefficients = [.. constant ? [fit.Constant] : Array.Empty<double>(), .. fit.Coefficients];
            ModelSample.Same(one.GetProperty("coefficients").Doubles(), coefficients, Agree.Closed, what);
            ModelSample.Same(one.GetProperty("standardErrors").Doubles(), fit.StandardErrors, Agree.Closed, what);
            Agree.With(one.GetProperty("sigma2").GetDouble(), fit.Variance, Agree.Closed, what);
            Agree.With(one.GetProperty("logLikelihood").GetDouble(), fit.LogLikelihood, Agree.Closed, what);
            Agree.With(one.GetProperty("aic").GetDouble(), fit.Akaike, Agree.Closed, what);
            Agree.With(one.GetProperty("bic").GetDouble(), fit.Bayes, Agree.Closed, what);
            ModelSample.Same(one.GetProperty("forecast").Doubles(), fit.Forecast(5), Agree.Closed, what);
            double[] selected = one.GetProperty("selected").Doubles();
            Assert.That(AutoRegressive.SelectLags(series, 8, constant), Is.EqualTo(Math.Max(selected[0], constant ? 0 : 1)), what);
            Assert.That(AutoRegressive.SelectLags(series, 8, constant, true), Is.EqualTo(Math.Max(selected[1], constant ? 0 : 1)), what);
        }
    });

    [Test]
    public void Arima_of_the_sample_equals_statsmodels() => Assert.Multiple(() =>
    {
        foreach (var one in ModelSample.Reference.GetProperty("arima").EnumerateArray())
        {
            int[] order = Array.ConvertAll(one.GetProperty("order").Doubles(), v => (int)v);
            string name = one.Word("series")!;
            double[] series = order[1] == 0 ? ModelSample.Returns(name) : Array.ConvertAll(ModelSample.Levels(name), v => 100 * v);
            bool mean = one.Word("trend") == "c";
            var fit = Arima.Fit(series, order[0], order[1], order[2], mean);
            string what = $"{name} {string.Join(',', order)}";
            Agree.With(one.GetProperty("logLikelihood").GetDouble(), fit.LogLikelihood, Agree.Closed, what);
            Agree.With(one.GetProperty("bic").GetDouble(), fit.Bayes, Agree.Closed, what);
            double[] actual = [.. mean ? [fit.Mean] : Array.Empty<double>(), .. fit.AutoRegressive, .. fit.MovingAverage, fit.Variance];
            ModelSample.Same(one.GetProperty("params").Doubles(), actual, 1e-4, what);
            var (means, errors) = fit.Forecast(series, 5);
            if (order[1] == 0)
            {
                ModelSample.Same(one.GetProperty("forecast").Doubles(), means, 1e-4, what);
                ModelSample.Same(one.GetProperty("forecastErrors").Doubles(), errors, 1e-5, what);
            }
            else
            {
                double[] steps = [means[0] - series[^1], .. means.Skip(1).Zip(means, (b, a) => b - a)];
                ModelSample.Same(one.GetProperty("forecast").Doubles(), steps, 1e-3, what);
                Assert.That(errors[1], Is.GreaterThan(errors[0]), what);
            }
        }
    });

    [Test]
    [Category("Shared")]
    public void AutoRegressive_of_real_levels_equals_the_reference()
    {
        // The reference's Zivot-Andrews call had divided its logarithms by their norm in place before this regression ran.
        var cases = Reference.Read(RepositoryFiles.Shared("reference/univariate_timeseries.json")).GetProperty("cases");
        Assert.Multiple(() =>
        {
            foreach (var one in cases.EnumerateObject())
            {
                var input = one.Value.GetProperty("input");
                double[] levels = LongSeries.Read(
                    RepositoryFiles.Shared(input.Word("file")!),
                    input.Word("column")!,
                    input.Word("symbol")!,
                    one.Value.Word("first")!,
                    one.Value.Word("last")!);
                double[] logs = Array.ConvertAll(levels, Math.Log);
                double norm = TensorPrimitives.Norm<double>(logs);
                var fit = AutoRegressive.Fit(Array.ConvertAll(logs, v => v / norm), 1);
                var expected = one.Value.GetProperty("autoreg1_log_level");
                Agree.With(expected.GetProperty("phi").GetDouble(), fit.Coefficients[0], Agree.Closed, one.Name);
                Agree.With(expected.GetProperty("const").GetDouble(), fit.Constant, 1e-7, one.Name);
                Agree.With(expected.GetProperty("sigma2").GetDouble(), fit.Variance, 1e-7, one.Name);
                Agree.With(expected.GetProperty("llf").GetDouble(), fit.LogLikelihood, Agree.Closed, one.Name);
                Agree.With(expected.GetProperty("se")[1].GetDouble(), fit.StandardErrors[1], 1e-7, one.Name);
            }
        });
    }

    [Test]
    public void HeterogeneousAutoregression_of_the_sample_equals_statsmodels() => Assert.Multiple(() =>
    {
        foreach (var one in ModelSample.Reference.GetProperty("har").EnumerateArray())
        {
            double[] squares = Array.ConvertAll(ModelSample.Returns(one.Word("series")!), r => r * r);
            var fit = HeterogeneousAutoregression.Fit(squares, robustLags: one.GetProperty("lags").GetInt32());
            string what = one.Word("series")!;
            ModelSample.Same(one.GetProperty("coefficients").Doubles(), [fit.Intercept, .. fit.Coefficients], Agree.Closed, what);
            ModelSample.Same(one.GetProperty("standardErrors").Doubles(), fit.StandardErrors, Agree.Closed, what);
            ModelSample.Same(one.GetProperty("robustErrors").Doubles(), fit.RobustErrors, Agree.Closed, what);
            Agree.With(one.GetProperty("rSquared").GetDouble(), fit.RSquared, Agree.Closed, what);
            Agree.With(one.GetProperty("next").GetDouble(), fit.Next, Agree.Closed, what);
        }
    });

    [Test]
    public void CoxIngersollRoss_of_the_sample_equals_scipy() => Assert.Multiple(() =>
    {
        foreach (var one in ModelSample.Reference.GetProperty("cir").EnumerateArray())
        {
            double[] returns = ModelSample.Returns(one.Word("series")!);
            double[] path = [.. Enumerable.Range(0, (returns.Length - 16) / 5).Select(i => Deviation(returns.AsSpan(5 * i, 21)))];
            var fit = CoxIngersollRoss.Fit(path);
            Agree.With(one.GetProperty("logLikelihood").GetDouble(), fit.LogLikelihood, Agree.Closed, one.Word("series")!);
            Agree.With(one.GetProperty("theta").GetDouble(), fit.Theta, 1e-5, "theta");
            Agree.With(one.GetProperty("mu").GetDouble(), fit.Mu, 1e-5, "mu");
            Agree.With(one.GetProperty("sigma").GetDouble(), fit.Sigma, 1e-5, "sigma");
        }
    });

    [TestCase(0.5, 3)]
    [TestCase(0, 20)]
    [TestCase(-0.5, 2)]
    [TestCase(4.5, 30)]
    [TestCase(40, 2)]
    public void BesselI_series_and_expansion_agree(double order, double x)
    {
        // I(v - 1) - I(v + 1) = 2 v I(v) / x ties neighbouring orders on both sides of the border together.
        double left = Math.Exp(BesselI.LogScaled(order, x)) - Math.Exp(BesselI.LogScaled(order + 2, x));
        double right = 2 * (order + 1) / x * Math.Exp(BesselI.LogScaled(order + 1, x));
        Assert.That(left, Is.EqualTo(right).Within(1e-12 * Math.Exp(BesselI.LogScaled(order, x))));
    }

    [Test]
    public void BesselI_of_half_orders_equals_hyperbolic_functions()
    {
        foreach (double x in new[] { 0.3, 5.0, 24.9, 25.1, 300, 1e5 })
        {
            double sinh = x > 20 ? 0.5 : 0.5 * (1 - Math.Exp(-2 * x));
            double cosh = x > 20 ? 0.5 : 0.5 * (1 + Math.Exp(-2 * x));
            double factor = Math.Sqrt(2 / (Math.PI * x));
            Assert.That(BesselI.LogScaled(0.5, x), Is.EqualTo(Math.Log(factor * sinh)).Within(1e-13), $"{x}");
            Assert.That(BesselI.LogScaled(-0.5, x), Is.EqualTo(Math.Log(factor * cosh)).Within(1e-13), $"{x}");
            Assert.That(BesselI.LogScaled(1.5, x), Is.EqualTo(Math.Log(factor * (cosh - (sinh / x)))).Within(1e-12), $"{x}");
        }
    }

    [Test]
    public void Arima_on_a_simulated_path_recovers_its_parameters()
    {
        var random = new Random(40);
        double[] path = new double[6000];
        double last = 0;
        for (int t = 1; t < path.Length; t++)
        {
            double shock = RandomWalks.Gaussian(random);
            path[t] = 2 + (0.7 * (path[t - 1] - 2)) + shock + (0.4 * last);
            last = shock;
        }

        var fit = Arima.Fit(path, 1, 0, 1, true);
        Assert.That(fit.AutoRegressive[0], Is.EqualTo(0.7).Within(0.04));
        Assert.That(fit.MovingAverage[0], Is.EqualTo(0.4).Within(0.04));
        Assert.That(fit.Variance, Is.EqualTo(1).Within(0.06));
        double[] sums = [.. path];
        for (int t = 1; t < sums.Length; t++)
        {
            sums[t] += sums[t - 1];
        }

        var twice = Arima.Fit(Array.ConvertAll(sums, v => (1e-3 * v) + 9), 1, 1, 1, true);
        Assert.That(twice.AutoRegressive[0], Is.EqualTo(fit.AutoRegressive[0]).Within(1e-3), "sums and scale change nothing");
    }

    [Test]
    public void CoxIngersollRoss_on_a_simulated_path_recovers_its_parameters_in_any_unit()
    {
        var random = new Random(41);
        double[] path = new double[8000];
        double value = 2;
        for (int t = 0; t < path.Length; t++)
        {
            path[t] = value;
            for (int k = 0; k < 50; k++)
            {
                value = Math.Abs(value + (0.05 * (2 - value) / 50) + (0.2 * Math.Sqrt(value / 50) * RandomWalks.Gaussian(random)));
            }
        }

        var fit = CoxIngersollRoss.Fit(path);
        Assert.That(fit.Theta, Is.EqualTo(0.05).Within(0.01));
        Assert.That(fit.Mu, Is.EqualTo(2).Within(0.2));
        Assert.That(fit.Sigma, Is.EqualTo(0.2).Within(0.005));
        Assert.That(fit.StaysPositive, Is.True);
        var yearly = CoxIngersollRoss.Fit(Array.ConvertAll(path, v => 100 * v), 1 / 252.0);
        Agree.With(252 * fit.Theta, yearly.Theta, 1e-5, "theta per year");
        Agree.With(100 * fit.Mu, yearly.Mu, 1e-5, "mu");
        Agree.With(fit.Sigma * Math.Sqrt(252 * 100), yearly.Sigma, 1e-6, "sigma");
    }

    [Test]
    public void Autoregressions_when_the_series_is_at_fault_say_so()
    {
        double[] walk = RandomWalks.Walk(new Random(1), 60);
        Assert.That(Code(() => AutoRegressive.Fit(walk, 0, false)), Is.EqualTo(SeriesFaultCodes.LagOutOfRange));
        Assert.That(Code(() => AutoRegressive.Fit(walk, 40)), Is.EqualTo(SeriesFaultCodes.TooShort));
        Assert.That(Code(() => Arima.Fit(walk, 13, 0, 0, true)), Is.EqualTo(SeriesFaultCodes.LagOutOfRange));
        double[] line = [.. Enumerable.Range(0, 60).Select(i => 3.0 + (0.5 * i))];
        Assert.That(Code(() => Arima.Fit(line, 1, 1, 0, true)), Is.EqualTo(SeriesFaultCodes.ConstantSeries));
        Assert.That(Code(() => AutoRegressive.Fit(line, 1)), Is.EqualTo(SeriesFaultCodes.PerfectFit));
        walk[7] = -1;
        Assert.That(Code(() => CoxIngersollRoss.Fit(walk)), Is.EqualTo(SeriesFaultCodes.NotPositive));
    }

    private static string Code(Action call) => Assert.Throws<SeriesFaultException>(call)!.Fault.Code;

    private static double Deviation(ReadOnlySpan<double> window)
    {
        double mean = TensorPrimitives.Sum(window) / window.Length;
        double squares = 0;
        foreach (double value in window)
        {
            squares += (value - mean) * (value - mean);
        }

        return Math.Sqrt(squares / (window.Length - 1));
    }
}
