using System.Text.Json;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Forty real pairs: closed forms to 1e-8 relative, p-values to 1e-6.</summary>
[Category("Shared")]
internal sealed class SharedPairGoldenTests
{
    private static readonly string[] Levels = ["y", "x"];

    [Test]
    public void Regression_of_forty_pairs_equals_the_reference() => ForEach((pair, y, x, what) =>
    {
        var fit = OrdinaryLeastSquares.Fit(y, x);
        var expected = pair.GetProperty("ols_log");
        Agree.With(expected.GetProperty("alpha").GetDouble(), fit.Intercept, Agree.Closed, what);
        Agree.With(expected.GetProperty("beta").GetDouble(), fit.Slope, Agree.Closed, what);
        Agree.With(expected.GetProperty("se_alpha").GetDouble(), fit.InterceptStandardError, Agree.Closed, what);
        Agree.With(expected.GetProperty("se_beta").GetDouble(), fit.SlopeStandardError, Agree.Closed, what);
        Agree.With(expected.GetProperty("r2").GetDouble(), fit.RSquared, Agree.Closed, what);
        Agree.With(expected.GetProperty("ssr").GetDouble(), fit.ResidualSumOfSquares, Agree.Closed, what);
        Agree.With(pair.GetProperty("corr_levels").GetDouble(), Correlation.Pearson(x, y), Agree.Closed, what);
    });

    [Test]
    public void Unit_root_tests_of_forty_pairs_equal_the_reference() => ForEach((pair, y, x, what) =>
    {
        double[] spread = Spread(y, x);
        foreach (var expected in pair.GetProperty("adf_spread").EnumerateArray())
        {
            Same(expected, spread, $"{what} spread");
        }

        foreach (string level in Levels)
        {
            Same(pair.GetProperty($"adf_{level}"), level == "y" ? y : x, $"{what} {level}");
        }
    });

    [Test]
    public void Engle_Granger_of_forty_pairs_equals_the_reference() => ForEach((pair, y, x, what) =>
    {
        // The file's five calls: y on x, x on y, fixed lag, with a trend, and y on x once more on prices.
        var cases = pair.GetProperty("engle_granger").EnumerateArray().ToArray();
        for (int i = 0; i < cases.Length; i++)
        {
            var call = cases[i].GetProperty("call");
            double[] first = i switch { 1 => x, 4 => Array.ConvertAll(y, Math.Exp), _ => y };
            double[] second = i switch { 1 => y, 4 => Array.ConvertAll(x, Math.Exp), _ => x };
            var actual = EngleGranger.Test(
                first, second, Words.Trend(call.Word("trend")), Words.Lags(call.Word("autolag")), call.Whole("maxlag"));
            Agree.With(cases[i].GetProperty("t").GetDouble(), actual.Statistic, Agree.Closed, $"{what} case {i}");
            Agree.With(cases[i].GetProperty("pvalue").GetDouble(), actual.PValue, Agree.Iterative, $"{what} case {i}");
            double[] critical = cases[i].GetProperty("crit_1_5_10").Doubles();
            Agree.With(critical[1], actual.CriticalValues!.Value.FivePercent, Agree.Closed, $"{what} case {i}");
        }
    });

    [Test]
    public void Spread_measures_of_forty_pairs_equal_the_reference() => ForEach((pair, y, x, what) =>
    {
        double[] spread = Spread(y, x);
        var expected = pair.GetProperty("half_life");
        var actual = HalfLife.Estimate(spread);
        Agree.With(expected.GetProperty("lam").GetDouble(), actual.Lambda, Agree.Closed, what);
        Agree.With(expected.GetProperty("t_lambda").GetDouble(), actual.LambdaT, Agree.Closed, what);
        Agree.With(expected.GetProperty("half_life_minus_ln2_over_lambda").GetDouble(), actual.Bars, Agree.Closed, what);
        Agree.With(expected.GetProperty("half_life_ln_phi").GetDouble(), actual.ExactBars, Agree.Closed, what);
        Agree.With(pair.GetProperty("hurst_std_lag2_20_spread").GetDouble(), Hurst.VarianceScaling(spread), Agree.Closed, what);
        Agree.With(pair.GetProperty("hurst_std_lag2_100_spread").GetDouble(), Hurst.VarianceScaling(spread, 2, 100), Agree.Closed, what);
        double[] scores = new double[spread.Length];
        ZScore.Rolling(spread, 60, scores);
        var rolling = pair.GetProperty("rolling60_zscore_ddof1");
        foreach (var (at, value) in rolling.GetProperty("at").Doubles().Zip(rolling.GetProperty("values").Doubles()))
        {
            Agree.With(value, scores[(int)at], Agree.Closed, what);
        }
    });

    private static void Same(JsonElement expected, double[] series, string what)
    {
        var call = expected.GetProperty("call");
        var actual = AugmentedDickeyFuller.Test(
            series, Words.Trend(call.Word("regression")), Words.Lags(call.Word("autolag")), call.Whole("maxlag"));
        Agree.With(expected.GetProperty("stat").GetDouble(), actual.Statistic, Agree.Closed, what);
        Agree.With(expected.GetProperty("pvalue").GetDouble(), actual.PValue, Agree.Iterative, what);
        Assert.That(actual.UsedLag, Is.EqualTo(expected.Whole("usedlag")), what);
        Agree.With(expected.GetProperty("crit").GetProperty("1%").GetDouble(), actual.CriticalValues.OnePercent, Agree.Closed, what);
    }

    private static double[] Spread(double[] y, double[] x)
    {
        var fit = OrdinaryLeastSquares.Fit(y, x);
        double[] spread = new double[y.Length];
        OrdinaryLeastSquares.Residuals(y, x, fit.Intercept, fit.Slope, spread);
        return spread;
    }

    private static void ForEach(Action<JsonElement, double[], double[], string> check)
    {
        var cases = Reference.Read(RepositoryFiles.Shared("reference/pairs_cointegration.json")).GetProperty("cases");
        Assert.Multiple(() =>
        {
            foreach (var pair in cases.EnumerateArray())
            {
                var input = pair.GetProperty("input");
                string file = RepositoryFiles.Shared(input.Word("file")!);
                var (y, x) = JoinedPair.Read(
                    file, input.Word("column")!, pair.Word("y")!, pair.Word("x")!, pair.Word("first"), pair.Word("last"));
                check(pair, Array.ConvertAll(y, Math.Log), Array.ConvertAll(x, Math.Log), $"{pair.Word("y")}/{pair.Word("x")}");
            }
        });
    }
}
