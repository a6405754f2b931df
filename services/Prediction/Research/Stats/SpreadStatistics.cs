using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Analytics.Spread;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>half-life, hurst and ou: of one column, or of the residual of the first on the second.</summary>
internal static class SpreadStatistics
{
    public static void AddTo(MethodCatalogue stats)
    {
        stats.Add("half-life", "Half-life of mean reversion in bars.", (1, 2), (table, _) =>
        {
            var estimate = HalfLife.Estimate(SpreadOf(table));
            return new JsonObject
            {
                ["halfLife"] = Finite(estimate.Bars),
                ["lambda"] = estimate.Lambda,
                ["intercept"] = estimate.Intercept,
                ["tStatistic"] = estimate.LambdaT,
                ["halfLifeExact"] = Finite(estimate.ExactBars),
            };
        });
        HurstExponent(stats);
        var step = new Option<double>("--dt") { Description = "Time between rows.", DefaultValueFactory = _ => 1 };
        var cost = new Option<double?>("--cost") { Description = "Cost of a cycle: adds Bertram's optimal thresholds." };
        stats.Add("ou", "Ornstein-Uhlenbeck process by exact maximum likelihood.", (1, 2), (table, parsed) =>
        {
            if (!(parsed.GetValue(step) > 0) || parsed.GetValue(cost) < 0)
                throw new InputFaultException("bad-option", null, null, "--dt is above 0, --cost not below 0");
            var process = OrnsteinUhlenbeck.Fit(SpreadOf(table), parsed.GetValue(step));
            var result = new JsonObject
            {
                ["theta"] = process.Theta,
                ["mu"] = process.Mu,
                ["sigma"] = process.Sigma,
                ["logLikelihood"] = process.LogLikelihood,
                ["halfLife"] = process.HalfLife,
                ["stationaryDeviation"] = process.StationaryDeviation,
            };
            if (parsed.GetValue(cost) is { } charge)
            {
                var best = Bertram.MaximiseExpectedReturn(process, charge);
                (result["entry"], result["exit"]) = (best.Entry, best.Exit);
                (result["expectedTradeLength"], result["expectedReturn"]) = (best.ExpectedTradeLength, best.ExpectedReturn);
            }

            return result;
        }, step, cost);
    }

    private static void HurstExponent(MethodCatalogue stats)
    {
        var first = new Option<int>("--min-lag") { Description = "Shortest lag.", DefaultValueFactory = _ => 2 };
        var last = new Option<int>("--max-lag") { Description = "Longest lag, inclusive.", DefaultValueFactory = _ => 20 };
        var method = new Option<string>("--method") { Description = "variance or rescaled-range.", DefaultValueFactory = _ => "variance" };
        method.AcceptOnlyFromAmong("variance", "rescaled-range");
        stats.Add("hurst", "Hurst exponent of levels.", (1, 2), (table, parsed) =>
        {
            double[] levels = SpreadOf(table);
            if (parsed.GetValue(method) == "rescaled-range")
                return new JsonObject { ["hurst"] = Hurst.RescaledRange(levels), ["method"] = "rescaled-range" };
            int least = parsed.GetValue(first);
            int greatest = parsed.GetValue(last);
            if (least < 1 || greatest < least + 2)
                throw new InputFaultException("bad-option", null, null, "--min-lag is at least 1 and --max-lag at least two more");
            return new JsonObject { ["hurst"] = Hurst.VarianceScaling(levels, least, greatest), ["method"] = "variance" };
        }, first, last, method);
    }

    private static double[] SpreadOf(SeriesTable table)
    {
        if (table.Columns.Count == 1)
            return table.Columns[0];
        var fit = OrdinaryLeastSquares.Fit(table.Columns[0], table.Columns[1]);
        double[] spread = new double[table.Rows];
        OrdinaryLeastSquares.Residuals(table.Columns[0], table.Columns[1], fit.Intercept, fit.Slope, spread);
        return spread;
    }

    // A spread that does not revert has no half-life: null, not infinity.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
