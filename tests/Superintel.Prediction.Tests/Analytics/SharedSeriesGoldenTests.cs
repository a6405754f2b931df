using System.Text.Json;
using Superintel.Prediction.Analytics.Diagnostics;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Single real series against statsmodels and arch: 1e-8 relative, p-values 1e-6.</summary>
[Category("Shared")]
internal sealed class SharedSeriesGoldenTests
{
    [Test]
    public void Unit_root_and_stationarity_tests_of_real_series_equal_the_reference() => ForEach((expected, series, what) =>
    {
        foreach (var one in expected.GetProperty("adf_log_level").EnumerateArray())
        {
            var call = one.GetProperty("call");
            var adf = AugmentedDickeyFuller.Test(
                series, Words.Trend(call.Word("regression")), Words.Lags(call.Word("autolag")), call.Whole("maxlag"));
            Same(one, adf.Statistic, adf.PValue, $"{what} {call}");
            Assert.That(adf.UsedLag, Is.EqualTo(one.Whole("usedlag")), $"{what} {call}");
        }

        foreach (var one in expected.GetProperty("kpss_log_level").EnumerateArray())
        {
            var call = one.GetProperty("call");
            int? lags = call.Whole("nlags") ?? (call.Word("nlags") == "legacy" ? BartlettVariance.SchwertLags(series.Length) : null);
            var kpss = Kpss.Test(series, Words.Trend(call.Word("regression")), lags);
            Same(one, kpss.Statistic, kpss.PValue, $"{what} kpss {call}");
        }

        foreach (var one in expected.GetProperty("phillips_perron_arch").EnumerateArray())
        {
            var pp = PhillipsPerron.Test(series, Words.Trend(one.Word("trend")));
            Assert.That(pp.Lags, Is.EqualTo(one.Whole("lags")));
            bool tau = one.Word("type") == "tau";
            Same(one, tau ? pp.Tau : pp.Rho, tau ? pp.TauPValue : pp.RhoPValue, $"{what} pp {one}");
        }
    });

    [Test]
    public void Break_ratio_and_return_tests_of_real_series_equal_the_reference() => ForEach((expected, series, what) =>
    {
        var za = expected.GetProperty("zivot_andrews_sm");
        var actual = ZivotAndrews.Test(series, BreakModel.Level, LagSelection.Fixed, 4);
        Same(za, actual.Statistic, actual.PValue, $"{what} za");
        Assert.That(actual.BreakIndex, Is.EqualTo(za.Whole("break_index")), what);
        foreach (var one in expected.GetProperty("variance_ratio_arch").EnumerateArray())
        {
            var ratio = VarianceRatio.Test(
                series,
                one.GetProperty("lags").GetInt32(),
                one.Word("trend") == "c",
                one.GetProperty("robust").GetBoolean(),
                one.GetProperty("debiased").GetBoolean());
            Same(one, ratio.Statistic, ratio.PValue, $"{what} vr {one}");
            Agree.With(one.GetProperty("vr").GetDouble(), ratio.Ratio, Agree.Closed, what);
        }

        double[] returns = [.. series.Skip(1).Zip(series, (b, a) => b - a)];
        var ljungBox = expected.GetProperty("ljung_box_returns");
        for (int i = 0; i < 3; i++)
        {
            var (statistic, p) = LjungBox.Test(returns, ljungBox.GetProperty("lags")[i].GetInt32());
            Agree.With(ljungBox.GetProperty("stat")[i].GetDouble(), statistic, Agree.Closed, what);
            Agree.With(ljungBox.GetProperty("pvalue")[i].GetDouble(), p, Agree.Iterative, what);
        }

        double normality = expected.GetProperty("moments_returns").GetProperty("jb").GetDouble();
        Agree.With(normality, JarqueBera.Test(returns).Statistic, Agree.Closed, what);
    });

    private static void Same(JsonElement expected, double statistic, double pValue, string what)
    {
        Agree.With(expected.GetProperty("stat").GetDouble(), statistic, Agree.Closed, what);
        if (expected.TryGetProperty("pvalue", out var p))
        {
            Agree.With(p.GetDouble(), pValue, Agree.Iterative, $"{what} p");
        }
    }

    private static void ForEach(Action<JsonElement, double[], string> check)
    {
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
                check(one.Value, Array.ConvertAll(levels, Math.Log), one.Name);
            }
        });
    }
}
