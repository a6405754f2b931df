using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Diagnostics;
using Superintel.Prediction.Analytics.UnitRoot;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>kpss, pp, variance-ratio, ljung-box and jarque-bera.</summary>
internal static class StationarityStatistics
{
    public static void AddTo(MethodCatalogue stats)
    {
        KpssTest(stats);
        PhillipsPerronTest(stats);
        VarianceRatioTest(stats);
        var lags = new Option<int>("--lags") { Description = "Autocorrelations taken in.", DefaultValueFactory = _ => 10 };
        stats.Add("ljung-box", "Test of no autocorrelation.", (1, 1), (table, parsed) =>
        {
            var (statistic, p) = LjungBox.Test(table.Columns[0], parsed.GetValue(lags));
            return new JsonObject { ["statistic"] = statistic, ["pValue"] = p, ["lags"] = parsed.GetValue(lags) };
        }, lags);
        stats.Add("jarque-bera", "Test of normality.", (1, 1), (table, _) =>
        {
            var (statistic, p, moments) = JarqueBera.Test(table.Columns[0]);
            return new JsonObject
            {
                ["statistic"] = statistic,
                ["pValue"] = p,
                ["skewness"] = moments.Skewness,
                ["kurtosis"] = moments.Kurtosis,
            };
        });
    }

    private static void KpssTest(MethodCatalogue stats)
    {
        var trend = StatisticOptions.Trend("c", "c", "ct");
        var lags = new Option<string>("--lags", "--nlags") { Description = "auto, legacy or a number.", DefaultValueFactory = _ => "auto" };
        stats.Add("kpss", "Test of stationarity.", (1, 1), (table, parsed) =>
        {
            string word = parsed.GetValue(lags)!;
            int? used = word switch
            {
                "auto" => null,
                "legacy" => BartlettVariance.SchwertLags(table.Rows),
                _ when int.TryParse(word, out int number) => number,
                _ => throw new InputFaultException("bad-option", null, null, $"--lags {word} is neither auto, legacy nor a number"),
            };
            var result = Kpss.Test(table.Columns[0], StatisticOptions.ToTrend(parsed.GetValue(trend)!), used);
            var critical = JsonNumbers.Critical(result.CriticalValues)!;
            critical["2.5%"] = result.CriticalTwoAndHalfPercent;
            return new JsonObject
            {
                ["statistic"] = result.Statistic,
                ["pValue"] = result.PValue,
                ["lags"] = result.Lags,
                ["criticalValues"] = critical,
            };
        }, trend, lags);
    }

    private static void PhillipsPerronTest(MethodCatalogue stats)
    {
        var trend = StatisticOptions.Trend("c", "n", "c", "ct");
        var lags = StatisticOptions.Lags("Lags of the long-run variance. Default: 12 (T/100)^(1/4), rounded up.");
        var type = new Option<string>("--test-type", "--type") { Description = "tau or rho.", DefaultValueFactory = _ => "tau" };
        type.AcceptOnlyFromAmong("tau", "rho");
        stats.Add("pp", "Phillips-Perron unit-root test.", (1, 1), (table, parsed) =>
        {
            var result = PhillipsPerron.Test(table.Columns[0], StatisticOptions.ToTrend(parsed.GetValue(trend)!), parsed.GetValue(lags));
            bool tau = parsed.GetValue(type) == "tau";
            return new JsonObject
            {
                ["statistic"] = tau ? result.Tau : result.Rho,
                ["pValue"] = tau ? result.TauPValue : result.RhoPValue,
                ["lags"] = result.Lags,
                ["observations"] = result.Observations,
                ["criticalValues"] = tau ? JsonNumbers.Critical(result.CriticalValues) : null,
            };
        }, trend, lags, type);
    }

    private static void VarianceRatioTest(MethodCatalogue stats)
    {
        var lags = new Option<int>("--lags") { Description = "Bars of the long variance, at least 2.", DefaultValueFactory = _ => 2 };
        stats.Add("variance-ratio", "Lo-MacKinlay test of the random walk.", (1, 1), (table, parsed) =>
        {
            int q = parsed.GetValue(lags);
            if (q < 2)
                throw new InputFaultException("bad-option", null, null, $"--lags {q} is below 2");
            var result = VarianceRatio.Test(table.Columns[0], q);
            return new JsonObject
            {
                ["statistic"] = result.Statistic,
                ["pValue"] = result.PValue,
                ["varianceRatio"] = result.Ratio,
                ["lags"] = result.Lags,
            };
        }, lags);
    }
}
