using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Cointegration;
using Superintel.Prediction.Analytics.UnitRoot;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>engle-granger, phillips-ouliaris and johansen.</summary>
internal static class CointegrationStatistics
{
    public static void AddTo(MethodCatalogue stats)
    {
        EngleGrangerTest(stats);
        PhillipsOuliarisTest(stats);
        JohansenTest(stats);
    }

    private static void EngleGrangerTest(MethodCatalogue stats)
    {
        var trend = StatisticOptions.Trend("c", "n", "c", "ct", "ctt");
        var autolag = StatisticOptions.AutoLag();
        var maximum = StatisticOptions.MaximumLag();
        var lags = StatisticOptions.Lags("Exactly so many lags, none chosen.");
        stats.Add("engle-granger", "Cointegration of the first column with the rest.", (2, 6), Compute, trend, autolag, maximum, lags);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            double[] slopes = new double[table.Columns.Count - 1];
            var selection = parsed.GetValue(lags) is null ? StatisticOptions.ToSelection(parsed.GetValue(autolag)!) : LagSelection.Fixed;
            var result = EngleGranger.Test(
                table.Columns[0],
                table.Flat(1),
                slopes,
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
                ["intercept"] = result.Intercept,
                ["slopes"] = JsonNumbers.Array(slopes),
                ["rSquared"] = result.RSquared,
            };
        }
    }

    private static void PhillipsOuliarisTest(MethodCatalogue stats)
    {
        var trend = StatisticOptions.Trend("c", "n", "c", "ct");
        var lags = StatisticOptions.Lags("Lags of the long-run variances. Default: 4 (T/100)^(1/4), rounded down.");
        stats.Add("phillips-ouliaris", "Cointegration of the first column with the rest.", (2, 6), (table, parsed) =>
        {
            var result = PhillipsOuliaris.Test(
                table.Columns[0], table.Flat(1), StatisticOptions.ToTrend(parsed.GetValue(trend)!), parsed.GetValue(lags));
            return new JsonObject
            {
                ["statistic"] = result.T,
                ["pValue"] = result.PValue,
                ["lags"] = result.Lags,
                ["criticalValues"] = JsonNumbers.Critical(result.TCritical),
                ["zAlpha"] = result.Alpha,
                ["zAlphaCriticalValues"] = JsonNumbers.Critical(result.AlphaCritical),
                ["pu"] = result.VarianceRatio,
                ["puCriticalValues"] = JsonNumbers.Critical(result.VarianceRatioCritical),
                ["pz"] = result.Trace,
                ["pzCriticalValues"] = JsonNumbers.Critical(result.TraceCritical),
            };
        }, trend, lags);
    }

    private static void JohansenTest(MethodCatalogue stats)
    {
        var order = new Option<int>("--det-order") { Description = "-1 none, 0 constant, 1 trend.", DefaultValueFactory = _ => 0 };
        order.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < -1 or > 1)
                result.AddError("--det-order is -1, 0 or 1.");
        });
        var lags = StatisticOptions.Lags("Lagged differences. Default: 1.");
        stats.Add("johansen", "Number of cointegrating relations.", (2, 12), (table, parsed) =>
        {
            int count = parsed.GetValue(lags) ?? 1;
            if (count < 0 || count >= table.Rows)
                throw new InputFaultException("lag-out-of-range", null, null, $"--lags {count} is outside 0 to the rows there are");
            var result = Johansen.Test(table.Flat(), table.Rows, parsed.GetValue(order), count);
            return new JsonObject
            {
                ["eigenvalues"] = JsonNumbers.Array(result.Eigenvalues),
                ["eigenvectors"] = JsonNumbers.Matrix(result.Eigenvectors),
                ["traceStatistics"] = JsonNumbers.Array(result.TraceStatistics),
                ["traceCriticalValues"] = JsonNumbers.Matrix(result.TraceCritical),
                ["maxEigenStatistics"] = JsonNumbers.Array(result.MaximumEigenvalueStatistics),
                ["maxEigenCriticalValues"] = JsonNumbers.Matrix(result.MaximumEigenvalueCritical),
                ["rank"] = result.Rank,
                ["observations"] = result.Observations,
            };
        }, order, lags);
    }
}
