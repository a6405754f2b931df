using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Multivariate;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Vector autoregressions and error correction against statsmodels: closed forms, 1e-8 of the greatest entry.</summary>
internal sealed class VectorModelTests
{
    [Test]
    public void VectorAutoregression_of_the_sample_equals_statsmodels() => Assert.Multiple(() =>
    {
        foreach (var one in ModelSample.Reference.GetProperty("var").EnumerateArray())
        {
            string[] names = one.GetProperty("series").Strings()!;
            double[] columns = [.. names.SelectMany(ModelSample.Returns)];
            int observations = columns.Length / names.Length;
            bool constant = one.Word("trend") == "c";
            string what = $"VAR {string.Join(',', names)}";
            var fit = VectorAutoregression.Fit(columns, observations, one.GetProperty("lags").GetInt32(), constant);
            ModelSample.Same(one.GetProperty("coefficients").Rows(), fit.Coefficients.SelectMany(r => r), Agree.Closed, what);
            ModelSample.Same(one.GetProperty("standardErrors").Rows(), fit.StandardErrors.SelectMany(r => r), Agree.Closed, what);
            ModelSample.Same(one.GetProperty("covariance").Rows(), fit.Covariance.SelectMany(r => r), Agree.Closed, what);
            Agree.With(one.GetProperty("logLikelihood").GetDouble(), fit.LogLikelihood, Agree.Closed, what);
            Agree.With(one.GetProperty("aic").GetDouble(), fit.Akaike, Agree.Closed, what);
            Agree.With(one.GetProperty("bic").GetDouble(), fit.Bayes, Agree.Closed, what);
            Agree.With(one.GetProperty("hqic").GetDouble(), fit.HannanQuinn, Agree.Closed, what);
            ModelSample.Same(one.GetProperty("forecast").Rows(), fit.Forecast(5).SelectMany(r => r), Agree.Closed, what);
            ModelSample.Same(one.GetProperty("responses").Cube(), Flat(fit.ImpulseResponses(5)), Agree.Closed, what);
            ModelSample.Same(one.GetProperty("orthogonal").Cube(), Flat(fit.ImpulseResponses(5, true)), Agree.Closed, what);
            var (statistic, p, _, _) = fit.Granger(0, 1);
            Agree.With(one.GetProperty("granger")[0].GetDouble(), statistic, Agree.Closed, what);
            Agree.With(one.GetProperty("granger")[1].GetDouble(), p, Agree.Iterative, what);
            var orders = VectorAutoregression.SelectLags(columns, observations, 8, constant);
            var selected = one.GetProperty("selected");
            Assert.That(orders.Least(orders.Akaike), Is.EqualTo(selected.GetProperty("aic").GetInt32()), what);
            Assert.That(orders.Least(orders.Bayes), Is.EqualTo(selected.GetProperty("bic").GetInt32()), what);
            Assert.That(orders.Least(orders.HannanQuinn), Is.EqualTo(selected.GetProperty("hqic").GetInt32()), what);
        }
    });

    [Test]
    public void VectorErrorCorrection_of_the_sample_equals_statsmodels() => Assert.Multiple(() =>
    {
        foreach (var one in ModelSample.Reference.GetProperty("vecm").EnumerateArray())
        {
            string[] names = one.GetProperty("series").Strings()!;
            double[] columns = [.. names.SelectMany(ModelSample.Levels)];
            string words = one.Word("deterministic")!;
            string what = $"VECM {string.Join(',', names)} {words}";
            var fit = VectorErrorCorrection.Fit(
                columns,
                columns.Length / names.Length,
                one.GetProperty("rank").GetInt32(),
                one.GetProperty("lags").GetInt32(),
                Terms(words));
            ModelSample.Same(one.GetProperty("alpha").Rows(), fit.Alpha.SelectMany(r => r), 1e-7, $"{what} alpha");
            ModelSample.Same(one.GetProperty("beta").Rows(), fit.Beta.SelectMany(r => r), 1e-7, $"{what} beta");
            ModelSample.Same(one.GetProperty("inside").Rows(), fit.Inside.SelectMany(r => r), 1e-7, $"{what} inside");
            ModelSample.Same(one.GetProperty("gamma").Rows(), fit.Gamma.SelectMany(r => r), 1e-7, $"{what} gamma");
            ModelSample.Same(one.GetProperty("outside").Rows(), ByEquation(fit.Outside), 1e-7, $"{what} outside");
            ModelSample.Same(one.GetProperty("covariance").Rows(), fit.Covariance.SelectMany(r => r), Agree.Closed, what);
            Agree.With(one.GetProperty("logLikelihood").GetDouble(), fit.LogLikelihood, Agree.Closed, what);
            ModelSample.Same(one.GetProperty("forecast").Rows(), fit.Forecast(5).SelectMany(r => r), Agree.Closed, what);
            ModelSample.Same(one.GetProperty("responses").Cube(), Flat(fit.ImpulseResponses(5)), Agree.Closed, what);
            ModelSample.Same(one.GetProperty("orthogonal").Cube(), Flat(fit.ImpulseResponses(5, true)), Agree.Closed, what);
        }
    });

    [Test]
    [Category("Shared")]
    public void Vector_models_of_the_shared_pair_equal_the_reference()
    {
        var file = Reference.Read(RepositoryFiles.Shared("reference/var_vecm.json"));
        double[][] logs =
        [
            .. file.GetProperty("symbols").Strings().Select(symbol => Array.ConvertAll(
                LongSeries.Read(RepositoryFiles.Shared(file.Word("input")!), "close", symbol!, "", "9999"), Math.Log)),
        ];
        double[] returns = [.. logs.SelectMany(l => l.Skip(1).Zip(l, (b, a) => 100 * (b - a)))];
        var var = file.GetProperty("var2_on_100_dlog");
        var fit = VectorAutoregression.Fit(returns, returns.Length / 2, 2);
        ModelSample.Same(
            var.GetProperty("params_rows_const_L1y_L1x_L2y_L2x").Rows(), fit.Coefficients.SelectMany(r => r), Agree.Closed, "VAR");
        ModelSample.Same(var.GetProperty("sigma_u_ddof").Rows(), fit.Covariance.SelectMany(r => r), Agree.Closed, "VAR covariance");
        Agree.With(var.GetProperty("llf").GetDouble(), fit.LogLikelihood, Agree.Closed, "VAR likelihood");
        var granger = var.GetProperty("granger_x_causes_y_F");
        Agree.With(granger.GetProperty("stat").GetDouble(), fit.Granger(0, 1).Statistic, 1e-7, "Granger");
        Assert.That(fit.Granger(0, 1).Denominator, Is.EqualTo(granger.GetProperty("df")[1].GetInt32()));
        foreach (var (name, terms) in new[] { ("ci", ErrorCorrectionTerms.ConstantInside), ("co", ErrorCorrectionTerms.ConstantOutside) })
        {
            var expected = file.GetProperty($"vecm_log_{name}");
            var model = VectorErrorCorrection.Fit([.. logs.SelectMany(l => l)], logs[0].Length, 1, 1, terms);
            ModelSample.Same(expected.GetProperty("alpha").Rows(), model.Alpha.SelectMany(r => r), 1e-7, name);
            ModelSample.Same(expected.GetProperty("beta").Rows(), model.Beta.SelectMany(r => r), 1e-7, name);
            ModelSample.Same(expected.GetProperty("gamma").Rows(), model.Gamma.SelectMany(r => r), 1e-7, name);
            Agree.With(expected.GetProperty("llf").GetDouble(), model.LogLikelihood, Agree.Closed, name);
        }
    }

    [Test]
    public void VectorErrorCorrection_of_a_planted_system_recovers_it()
    {
        var random = new Random(20);
        double[] columns = new double[2 * 5000];
        var y = columns.AsSpan(0, 5000);
        var x = columns.AsSpan(5000);
        for (int t = 1; t < 5000; t++)
        {
            double gap = y[t - 1] - (0.8 * x[t - 1]) - 0.5;
            y[t] = y[t - 1] - (0.1 * gap) + (0.01 * RandomWalks.Gaussian(random));
            x[t] = x[t - 1] + (0.05 * gap) + (0.01 * RandomWalks.Gaussian(random));
        }

        var fit = VectorErrorCorrection.Fit(columns, 5000);
        Assert.That(fit.Beta[1][0], Is.EqualTo(-0.8).Within(0.02));
        Assert.That(fit.Inside[0][0], Is.EqualTo(-0.5).Within(0.02));
        Assert.That(fit.Alpha[0][0], Is.EqualTo(-0.1).Within(0.02));
        Assert.That(fit.Alpha[1][0], Is.EqualTo(0.05).Within(0.02));
        var late = fit.ImpulseResponses(400)[400];
        Assert.That(late[0][0] + (fit.Beta[1][0] * late[1][0]), Is.EqualTo(0).Within(1e-9), "shocks leave the relation");
    }

    [Test]
    public void Vector_models_when_series_are_at_fault_say_so()
    {
        double[] walk = RandomWalks.Walk(new Random(1), 80);
        double[] twice = [.. walk, .. walk.Select(v => 2 * v)];
        Assert.That(Code(() => VectorAutoregression.Fit(twice, 80, 1)), Is.EqualTo(SeriesFaultCodes.CollinearSeries));
        Assert.That(Code(() => VectorErrorCorrection.Fit(twice, 80)), Is.EqualTo(SeriesFaultCodes.CollinearSeries));
        Assert.That(Code(() => VectorAutoregression.Fit(walk, 80, 1)), Is.EqualTo(SeriesFaultCodes.TooManySeries));
        Assert.That(Code(() => VectorAutoregression.Fit([.. walk.Take(8)], 4, 1)), Is.EqualTo(SeriesFaultCodes.TooShort));
        Assert.That(Code(() => VectorErrorCorrection.Fit(twice, 80, 3)), Is.EqualTo(SeriesFaultCodes.LagOutOfRange));
    }

    private static string Code(Action call) => Assert.Throws<SeriesFaultException>(call)!.Fault.Code;

    private static IEnumerable<double> Flat(double[][][] cube) => cube.SelectMany(m => m.SelectMany(r => r));

    private static IEnumerable<double> ByEquation(double[][] terms) =>
        terms.Length == 0 ? [] : Enumerable.Range(0, terms[0].Length).SelectMany(i => terms.Select(t => t[i]));

    private static ErrorCorrectionTerms Terms(string words) =>
        (words.Contains("ci") ? ErrorCorrectionTerms.ConstantInside : 0)
        | (words.Contains("co") ? ErrorCorrectionTerms.ConstantOutside : 0)
        | (words.Contains("li") ? ErrorCorrectionTerms.TrendInside : 0)
        | (words.Contains("lo") ? ErrorCorrectionTerms.TrendOutside : 0);
}
