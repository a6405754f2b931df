using System.Text.Json;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Johansen, Phillips-Ouliaris, KPSS and variance ratio of forty pairs, and published tables.</summary>
[Category("Shared")]
internal sealed class SharedCointegrationGoldenTests
{
    [Test]
    public void Johansen_of_forty_pairs_equals_statsmodels() => ForEach("reference/pairs_cointegration.json", (pair, y, x, what) =>
    {
        foreach (var expected in pair.GetProperty("johansen").EnumerateArray())
        {
            var actual = Johansen.Test(
                [.. y, .. x], y.Length, expected.GetProperty("det_order").GetInt32(), expected.GetProperty("k_ar_diff").GetInt32());
            for (int i = 0; i < 2; i++)
            {
                // 1e-8 relative, or 1e-13 on a root that is nearly zero (1e-10 on its statistic): below that both sides are rounding.
                double root = Root(expected, "eig", i);
                Assert.That(actual.Eigenvalues[i], Is.EqualTo(root).Within(1e-13 + (Agree.Closed * root)), what);
                double trace = Root(expected, "trace", i);
                Assert.That(actual.TraceStatistics[i], Is.EqualTo(trace).Within(1e-10 + (Agree.Closed * trace)), what);
            }

            double[] normalised = expected.GetProperty("first_vector_normalised").Doubles();
            Agree.With(normalised[1], actual.Eigenvectors[0][1] / actual.Eigenvectors[0][0], Agree.Iterative, what);
        }

        double[] spread = Spread(y, x);
        foreach (var expected in pair.GetProperty("kpss_spread").EnumerateArray())
        {
            var call = expected.GetProperty("call");
            var actual = Kpss.Test(
                spread, DeterministicTrend.Constant, call.Word("nlags") == "legacy" ? BartlettVariance.SchwertLags(spread.Length) : null);
            Agree.With(expected.GetProperty("stat").GetDouble(), actual.Statistic, Agree.Closed, what);
            Agree.With(expected.GetProperty("pvalue").GetDouble(), actual.PValue, Agree.Iterative, what);
        }

        foreach (var expected in pair.GetProperty("variance_ratio_spread").EnumerateArray())
        {
            var actual = VarianceRatio.Test(spread, expected.GetProperty("lags").GetInt32(), drift: false, robust: true, debiased: false);
            Agree.With(expected.GetProperty("stat").GetDouble(), actual.Statistic, Agree.Closed, what);
            // arch takes 2 - 2 Phi(|z|), which has no digits below 1e-16.
            double p = expected.GetProperty("pvalue").GetDouble();
            Assert.That(actual.PValue, Is.EqualTo(p).Within(1e-15 + (Agree.Iterative * p)), what);
        }
    });

    [Test]
    public void PhillipsOuliaris_of_forty_pairs_equals_R() => ForEach("reference/pairs_r_crosscheck.json", (pair, y, x, what) =>
    {
        // tseries and urca print 15 digits: 1e-8 relative.
        var short1 = pair.GetProperty("tseries_po.test");
        var alpha = PhillipsOuliaris.Test(y, x, DeterministicTrend.Constant, short1.GetProperty("truncation_lag").GetInt32());
        Agree.With(short1.GetProperty("stat").GetDouble(), alpha.Alpha, Agree.Closed, $"{what} Za");
        var urca = pair.GetProperty("urca_ca.po");
        var p = PhillipsOuliaris.Test(y, x);
        Agree.With(urca.GetProperty("Pz").GetProperty("stat").GetDouble(), p.Trace, Agree.Closed, $"{what} Pz");
        Agree.With(urca.GetProperty("Pu").GetProperty("stat").GetDouble(), p.VarianceRatio, Agree.Closed, $"{what} Pu");
    });

    [TestCase("det-1_k8", -1, 8)]
    [TestCase("det1_k2", 1, 2)]
    public void Johansen_of_eight_series_equals_the_published_table(string name, int order, int lags)
    {
        // Published to seven decimals.
        var golden = Reference.Read(RepositoryFiles.Shared($"reference/published_johansen_matlab_{name}.json"));
        var table = Table.Read(RepositoryFiles.Shared("reference/input/johansen_matlab_data.csv"));
        double[] columns = [.. Enumerable.Range(0, 8).SelectMany(i => table.Numbers($"x{i}"))];
        var actual = Johansen.Test(columns, table.Rows.Count, order, lags);
        Assert.That(actual.TraceStatistics, Is.EqualTo(golden.GetProperty("trace_stat").Doubles()).Within(1e-7));
        Assert.That(actual.MaximumEigenvalueStatistics, Is.EqualTo(golden.GetProperty("max_eig_stat").Doubles()).Within(1e-7));
    }

    [Test]
    public void EngleGranger_equals_the_published_Stata_numbers()
    {
        var golden = Reference.Read(RepositoryFiles.Shared("reference/published_engle_granger_stata.json"));
        foreach (var expected in golden.GetProperty("cases").EnumerateArray())
        {
            var table = Table.Read(RepositoryFiles.Shared($"reference/{expected.Word("input") ?? "input/egranger_stata_y.csv"}"));
            double tolerance = expected.TryGetProperty("tol", out var given) ? given.GetDouble() : 1e-10;
            string?[] regressors = expected.GetProperty("x").Strings();
            double[] slopes = new double[regressors.Length];
            var actual = EngleGranger.Test(
                table.Numbers(expected.GetProperty("y")[0].GetString()!),
                [.. regressors.SelectMany(r => table.Numbers(r!))],
                slopes,
                Words.Trend(expected.Word("trend")),
                LagSelection.Fixed,
                expected.Whole("maxlag"));
            Agree.With(expected.GetProperty("coint_t").GetDouble(), actual.Statistic, tolerance, expected.ToString());
            if (actual.CriticalValues is { } critical && expected.TryGetProperty("crit_1_5_10", out var levels))
            {
                Assert.That(critical.FivePercent, Is.EqualTo(levels[1].GetDouble()).Within(6e-7));
            }
        }
    }

    [Test]
    public void ZivotAndrews_equals_the_published_R_numbers()
    {
        // Published to three decimals.
        var golden = Reference.Read(RepositoryFiles.Shared("reference/published_zivot_andrews_r.json"));
        foreach (var expected in golden.GetProperty("cases").EnumerateArray())
        {
            string file = RepositoryFiles.Shared($"reference/{expected.Word("input")}");
            double[] series = Table.Read(file).Numbers(Path.GetFileNameWithoutExtension(file)["za_".Length..]);
            var model = expected.Word("trend") == "c" ? BreakModel.Level : BreakModel.LevelAndTrend;
            var actual = ZivotAndrews.Test(series, model, LagSelection.Fixed, expected.Whole("actual_lags"));
            Assert.That(actual.Statistic, Is.EqualTo(expected.GetProperty("stat").GetDouble()).Within(1e-3));
            Assert.That(actual.PValue, Is.EqualTo(expected.GetProperty("pvalue").GetDouble()).Within(1e-3));
        }
    }

    private static double Root(JsonElement expected, string name, int index) => expected.GetProperty(name)[index].GetDouble();

    private static double[] Spread(double[] y, double[] x)
    {
        var fit = OrdinaryLeastSquares.Fit(y, x);
        double[] spread = new double[y.Length];
        OrdinaryLeastSquares.Residuals(y, x, fit.Intercept, fit.Slope, spread);
        return spread;
    }

    private static void ForEach(string file, Action<JsonElement, double[], double[], string> check)
    {
        var inputs = Reference.Read(RepositoryFiles.Shared("reference/pairs_cointegration.json")).GetProperty("cases");
        var cases = Reference.Read(RepositoryFiles.Shared(file)).GetProperty("cases");
        Assert.Multiple(() =>
        {
            foreach (var (pair, about) in cases.EnumerateArray().Zip(inputs.EnumerateArray()))
            {
                var input = about.GetProperty("input");
                var (y, x) = JoinedPair.Read(
                    RepositoryFiles.Shared(input.Word("file")!),
                    input.Word("column")!,
                    pair.Word("y")!,
                    pair.Word("x")!,
                    about.Word("first"),
                    about.Word("last"));
                check(pair, Array.ConvertAll(y, Math.Log), Array.ConvertAll(x, Math.Log), $"{pair.Word("y")}/{pair.Word("x")}");
            }
        });
    }
}
