using System.Text.Json;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Diagnostics;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>statsmodels' KPSS, Zivot-Andrews, Johansen, Ljung-Box and Jarque-Bera on the sample: 1e-8 relative, p-values 1e-6.</summary>
internal sealed class SampleStationarityTests
{
    private readonly Table _closes = Table.Read(RepositoryFiles.Sample("dow30_close_daily_1990_2001.csv"));
    private readonly JsonElement _golden = Reference.Read(RepositoryFiles.Fixture("statsmodels_dow30.json"));

    [Test]
    public void Kpss_on_the_sample_equals_statsmodels()
    {
        foreach (var expected in _golden.GetProperty("kpss").EnumerateArray())
        {
            var call = expected.GetProperty("call");
            double[] series = _closes.Logs(expected.Word("series")!);
            int? lags = call.Whole("nlags") ?? (call.Word("nlags") == "legacy" ? BartlettVariance.SchwertLags(series.Length) : null);
            var actual = Kpss.Test(series, Words.Trend(call.Word("regression")), lags);
            Agree.With(expected.GetProperty("statistic").GetDouble(), actual.Statistic, Agree.Closed, call.ToString());
            Agree.With(expected.GetProperty("pValue").GetDouble(), actual.PValue, Agree.Iterative, call.ToString());
            Assert.That(actual.Lags, Is.EqualTo(expected.Whole("lags")), call.ToString());
        }
    }

    [Test]
    public void ZivotAndrews_on_the_sample_equals_statsmodels()
    {
        foreach (var expected in _golden.GetProperty("zivotAndrews").EnumerateArray())
        {
            var call = expected.GetProperty("call");
            var model = call.Word("regression") switch { "c" => BreakModel.Level, "t" => BreakModel.Trend, _ => BreakModel.LevelAndTrend };
            double trim = call.TryGetProperty("trim", out var given) ? given.GetDouble() : 0.15;
            var actual = ZivotAndrews.Test(
                _closes.Logs(expected.Word("series")!), model, Words.Lags(call.Word("autolag")), call.Whole("maxlag"), trim);
            string what = $"{expected.Word("series")} {call}";
            Agree.With(expected.GetProperty("statistic").GetDouble(), actual.Statistic, Agree.Closed, what);
            Agree.With(expected.GetProperty("pValue").GetDouble(), actual.PValue, Agree.Iterative, what);
            Assert.That(actual.UsedLag, Is.EqualTo(expected.Whole("usedLag")), what);
            Assert.That(actual.BreakIndex, Is.EqualTo(expected.Whole("breakIndex")), what);
            Agree.With(expected.GetProperty("criticalValues")[1].GetDouble(), actual.CriticalValues.FivePercent, Agree.Closed, what);
        }
    }

    [Test]
    public void Johansen_on_the_sample_equals_statsmodels()
    {
        foreach (var expected in _golden.GetProperty("johansen").EnumerateArray())
        {
            string?[] names = expected.GetProperty("series").Strings();
            double[] columns = [.. names.SelectMany(n => _closes.Logs(n!))];
            int order = expected.GetProperty("order").GetInt32();
            var actual = Johansen.Test(columns, columns.Length / names.Length, order, expected.GetProperty("lags").GetInt32());
            string what = $"{names.Length} series, order {order}, lags {expected.GetProperty("lags")}";
            for (int i = 0; i < names.Length; i++)
            {
                Agree.With(expected.GetProperty("eigenvalues")[i].GetDouble(), actual.Eigenvalues[i], Agree.Closed, what);
                Agree.With(expected.GetProperty("trace")[i].GetDouble(), actual.TraceStatistics[i], Agree.Closed, what);
                Agree.With(expected.GetProperty("maximum")[i].GetDouble(), actual.MaximumEigenvalueStatistics[i], Agree.Closed, what);
                Assert.That(actual.TraceCritical[i], Is.EqualTo(expected.GetProperty("traceCritical")[i].Doubles()), what);
                Assert.That(actual.MaximumEigenvalueCritical[i], Is.EqualTo(expected.GetProperty("maximumCritical")[i].Doubles()), what);

                // Direction up to sign: 1e-6 on every entry of the unit vector.
                double[] vector = actual.Eigenvectors[i];
                double[] unit = expected.GetProperty("eigenvectors")[i].Doubles();
                double norm = Math.Sqrt(vector.Sum(v => v * v)) * Math.Sign(vector.Zip(unit, (a, b) => a * b).Sum());
                Assert.That(vector.Select(v => v / norm), Is.EqualTo(unit).Within(1e-6), what);
            }
        }
    }

    [Test]
    public void LjungBox_and_JarqueBera_on_the_sample_equal_statsmodels()
    {
        foreach (var expected in _golden.GetProperty("returns").EnumerateArray())
        {
            double[] levels = _closes.Logs(expected.Word("series")!);
            double[] returns = [.. levels.Skip(1).Zip(levels, (b, a) => b - a)];
            foreach (var (lags, i) in new[] { (5, 0), (20, 1) })
            {
                var (statistic, p) = LjungBox.Test(returns, lags);
                Agree.With(expected.GetProperty("ljungBox")[i].GetDouble(), statistic, Agree.Closed, "Ljung-Box");
                Agree.With(expected.GetProperty("ljungBoxP")[i].GetDouble(), p, Agree.Iterative, "Ljung-Box p");
            }

            var normality = JarqueBera.Test(returns);
            Agree.With(expected.GetProperty("jarqueBera").GetDouble(), normality.Statistic, Agree.Closed, "Jarque-Bera");
            Agree.With(expected.GetProperty("jarqueBeraP").GetDouble(), normality.PValue, Agree.Iterative, "Jarque-Bera p");
            Agree.With(expected.GetProperty("skewness").GetDouble(), normality.Moments.Skewness, Agree.Closed, "skewness");
            Agree.With(expected.GetProperty("kurtosis").GetDouble(), normality.Moments.Kurtosis, Agree.Closed, "kurtosis");
        }
    }
}
