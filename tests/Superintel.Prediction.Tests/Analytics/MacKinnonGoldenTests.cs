using Superintel.Prediction.Analytics.UnitRoot;

namespace Superintel.Prediction.Tests.Analytics;

/// <summary>p-values and critical values on a grid: 1e-6 and 1e-8 relative.</summary>
[Category("Shared")]
internal sealed class MacKinnonGoldenTests
{
    [Test]
    public void MacKinnon_on_a_grid_equals_the_reference()
    {
        var grid = Reference.Read(RepositoryFiles.Shared("reference/mackinnon_grid.json"));
        foreach (var expected in grid.GetProperty("p").EnumerateArray())
        {
            double actual = MacKinnon.PValue(
                expected.GetProperty("stat").GetDouble(), Words.Trend(expected.Word("regression")), expected.GetProperty("N").GetInt32());
            Agree.With(expected.GetProperty("p").GetDouble(), actual, Agree.Iterative, expected.ToString());
        }

        foreach (var expected in grid.GetProperty("crit").EnumerateArray())
        {
            var actual = MacKinnon.Critical(
                Words.Trend(expected.Word("regression")), expected.GetProperty("N").GetInt32(), expected.GetProperty("nobs").GetInt32());
            double[] values = expected.GetProperty("crit_1_5_10").Doubles();
            Agree.With(values[0], actual!.Value.OnePercent, Agree.Closed, expected.ToString());
            Agree.With(values[1], actual.Value.FivePercent, Agree.Closed, expected.ToString());
            Agree.With(values[2], actual.Value.TenPercent, Agree.Closed, expected.ToString());
        }
    }
}
