using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.UnitRoot;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>adf and za.</summary>
internal static class UnitRootStatistics
{
    public static void AddTo(MethodCatalogue stats)
    {
        DickeyFuller(stats);
        ZivotAndrewsTest(stats);
    }

    private static void DickeyFuller(MethodCatalogue stats)
    {
        var trend = StatisticOptions.Trend("c", "n", "c", "ct", "ctt");
        var autolag = StatisticOptions.AutoLag();
        var maximum = StatisticOptions.MaximumLag();
        var lags = StatisticOptions.Lags("Exactly so many lags, none chosen.");
        stats.Add("adf", "Augmented Dickey-Fuller unit-root test.", (1, 1), Compute, trend, autolag, maximum, lags);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            var selection = parsed.GetValue(lags) is null ? StatisticOptions.ToSelection(parsed.GetValue(autolag)!) : LagSelection.Fixed;
            var result = AugmentedDickeyFuller.Test(
                table.Columns[0],
                StatisticOptions.ToTrend(parsed.GetValue(trend)!),
                selection,
                parsed.GetValue(lags) ?? parsed.GetValue(maximum));
            return new JsonObject
            {
                ["statistic"] = result.Statistic,
                ["pValue"] = result.PValue,
                ["usedLag"] = result.UsedLag,
                ["observations"] = result.Observations,
                ["criticalValues"] = JsonNumbers.Critical(result.CriticalValues),
                ["informationCriterion"] = result.InformationCriterion,
            };
        }
    }

    private static void ZivotAndrewsTest(MethodCatalogue stats)
    {
        var trend = StatisticOptions.Trend("c", "c", "t", "ct");
        var autolag = StatisticOptions.AutoLag();
        var maximum = StatisticOptions.MaximumLag();
        var lags = StatisticOptions.Lags("Exactly so many lags, none chosen.");
        var trim = new Option<double>("--trim") { Description = "Share without a break at each end.", DefaultValueFactory = _ => 0.15 };
        stats.Add("za", "Zivot-Andrews unit-root test with one break.", (1, 1), Compute, trend, autolag, maximum, lags, trim);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            double share = parsed.GetValue(trim);
            if (!(share is >= 0 and <= 1.0 / 3.0))
                throw new InputFaultException("bad-option", null, null, $"--trim {share} is outside 0 to 1/3");
            var model = parsed.GetValue(trend) switch { "c" => BreakModel.Level, "t" => BreakModel.Trend, _ => BreakModel.LevelAndTrend };
            var selection = parsed.GetValue(lags) is null ? StatisticOptions.ToSelection(parsed.GetValue(autolag)!) : LagSelection.Fixed;
            var result = ZivotAndrews.Test(table.Columns[0], model, selection, parsed.GetValue(lags) ?? parsed.GetValue(maximum), share);
            return new JsonObject
            {
                ["statistic"] = result.Statistic,
                ["pValue"] = result.PValue,
                ["usedLag"] = result.UsedLag,
                ["observations"] = result.Observations,
                ["criticalValues"] = JsonNumbers.Critical(result.CriticalValues),
                ["breakIndex"] = result.BreakIndex,
                ["breakTimestamp"] = table.Timestamps[result.BreakIndex],
            };
        }
    }
}
