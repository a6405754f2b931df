using System.Text.Json;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>statsmodels' own numbers on the sample data: statistics to 1e-8 relative, p-values to 1e-6.</summary>
internal sealed class SampleGoldenTests
{
    private readonly Table _closes = Table.Read(RepositoryFiles.Sample("dow30_close_daily_1990_2001.csv"));
    private readonly JsonElement _golden = Reference.Read(RepositoryFiles.Fixture("statsmodels_dow30.json"));

    [Test]
    public void AugmentedDickeyFuller_on_the_sample_equals_statsmodels()
    {
        foreach (var expected in _golden.GetProperty("adf").EnumerateArray())
        {
            var call = expected.GetProperty("call");
            string what = $"{expected.Word("series")} {call}";
            var actual = AugmentedDickeyFuller.Test(
                _closes.Logs(expected.Word("series")!),
                Words.Trend(call.Word("regression")),
                Words.Lags(call.Word("autolag")),
                call.Whole("maxlag"));
            Agree.With(expected.GetProperty("statistic").GetDouble(), actual.Statistic, Agree.Closed, what);
            Agree.With(expected.GetProperty("pValue").GetDouble(), actual.PValue, Agree.Iterative, what);
            Assert.That(actual.UsedLag, Is.EqualTo(expected.Whole("usedLag")), what);
            Assert.That(actual.Observations, Is.EqualTo(expected.Whole("observations")), what);
            double[] critical = expected.GetProperty("criticalValues").Doubles();
            Agree.With(critical[0], actual.CriticalValues.OnePercent, Agree.Closed, what);
            Agree.With(critical[1], actual.CriticalValues.FivePercent, Agree.Closed, what);
            Agree.With(critical[2], actual.CriticalValues.TenPercent, Agree.Closed, what);
            if (actual.InformationCriterion is { } criterion)
            {
                Agree.With(expected.GetProperty("criterion").GetDouble(), criterion, Agree.Closed, what);
            }
        }
    }

    [Test]
    public void EngleGranger_on_the_sample_equals_statsmodels()
    {
        foreach (var expected in _golden.GetProperty("engleGranger").EnumerateArray())
        {
            var call = expected.GetProperty("call");
            string?[] names = expected.GetProperty("series").Strings();
            string what = $"{string.Join(',', names)} {call}";
            double[] slopes = new double[names.Length - 1];
            var actual = EngleGranger.Test(
                _closes.Logs(names[0]!),
                Columns(names[1..]),
                slopes,
                Words.Trend(call.Word("trend")),
                Words.Lags(call.Word("autolag")),
                call.Whole("maxlag"));
            Agree.With(expected.GetProperty("statistic").GetDouble(), actual.Statistic, Agree.Closed, what);
            Agree.With(expected.GetProperty("pValue").GetDouble(), actual.PValue, Agree.Iterative, what);
            double[] critical = expected.GetProperty("criticalValues").Doubles();
            Agree.With(critical[0], actual.CriticalValues!.Value.OnePercent, Agree.Closed, what);
            Agree.With(critical[2], actual.CriticalValues!.Value.TenPercent, Agree.Closed, what);
        }
    }

    [Test]
    public void OrdinaryLeastSquares_on_the_sample_equals_statsmodels()
    {
        foreach (var expected in _golden.GetProperty("ols").EnumerateArray())
        {
            string?[] names = expected.GetProperty("series").Strings();
            double[] y = _closes.Logs(names[0]!);
            var actual = OrdinaryLeastSquares.FitMany(y, Columns(names[1..]));
            Agree.With(expected.GetProperty("rSquared").GetDouble(), actual.RSquared, Agree.Closed, names[0]!);
            for (int i = 0; i < names.Length; i++)
            {
                double coefficient = i == 0 ? actual.Intercept : actual.Slopes[i - 1];
                Agree.With(expected.GetProperty("coefficients")[i].GetDouble(), coefficient, Agree.Closed, names[i]!);
                Agree.With(expected.GetProperty("standardErrors")[i].GetDouble(), actual.StandardErrors[i], Agree.Closed, names[i]!);
                Agree.With(expected.GetProperty("tStatistics")[i].GetDouble(), actual.TStatistics[i], Agree.Closed, names[i]!);
            }

            if (names.Length == 2)
            {
                var simple = OrdinaryLeastSquares.Fit(y, _closes.Logs(names[1]!));
                Agree.With(actual.Slopes[0], simple.Slope, 1e-11, "one regressor");
                Agree.With(actual.Intercept, simple.Intercept, 1e-11, "one regressor");
                Agree.With(actual.StandardErrors[0], simple.InterceptStandardError, 1e-10, "one regressor");
                Agree.With(actual.StandardErrors[1], simple.SlopeStandardError, 1e-10, "one regressor");
            }
        }
    }

    private double[] Columns(string?[] names) => [.. names.SelectMany(n => _closes.Logs(n!))];
}
