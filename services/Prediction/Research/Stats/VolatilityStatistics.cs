using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Volatility;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>garch, egarch and har.</summary>
internal static class VolatilityStatistics
{
    public static void AddTo(MethodCatalogue stats)
    {
        GarchModelOf(stats);
        EgarchModelOf(stats);
        HeterogeneousModelOf(stats);
    }

    private static void GarchModelOf(MethodCatalogue stats)
    {
        var (mean, returns, scale) = (Mean(), ModelOptions.Returns(), ModelOptions.Scale());
        var (forecast, paths) = (ModelOptions.Forecast(), ModelOptions.Paths());
        var presample = new Option<string>("--presample")
        {
            Description = "Variance before the first row: backcast (arch) or sample (fGarch).",
            DefaultValueFactory = _ => "backcast",
        };
        presample.AcceptOnlyFromAmong("backcast", "sample");
        stats.Add("garch", "GARCH(1,1) of returns.", (1, 1), Compute, mean, presample, returns, scale, forecast, paths);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            double[] series = ModelOptions.Prepared(table, parsed, returns, scale).Columns[0];
            var start = parsed.GetValue(presample) == "sample" ? PresampleVariance.Sample : PresampleVariance.Backcast;
            var fit = Garch.Fit(series, Model(parsed, mean), start);
            double[] variances = new double[series.Length];
            double[] ahead = new double[ModelOptions.Steps(parsed, forecast)];
            fit.Forecast(fit.Filter(series, variances), ahead);
            var result = new JsonObject
            {
                ["omega"] = fit.Omega,
                ["alpha"] = fit.Alpha,
                ["beta"] = fit.Beta,
                ["mu"] = fit.Mu,
                ["logLikelihood"] = fit.LogLikelihood,
                ["aic"] = fit.Akaike,
                ["bic"] = fit.Bayes,
                ["persistence"] = fit.Persistence,
                ["longRunVariance"] = Finite(fit.LongRunVariance),
                ["presampleVariance"] = fit.Presample,
                ["observations"] = fit.Observations,
                ["forecastVariance"] = JsonNumbers.Array(ahead),
            };
            if (parsed.GetValue(paths))
                result["variances"] = JsonNumbers.Array(variances);
            return result;
        }
    }

    private static void EgarchModelOf(MethodCatalogue stats)
    {
        var (mean, returns, scale, paths) = (Mean(), ModelOptions.Returns(), ModelOptions.Scale(), ModelOptions.Paths());
        var symmetric = new Option<bool>("--symmetric") { Description = "Leave gamma, the weight of a shock's sign, out." };
        stats.Add("egarch", "EGARCH(1,1) of returns.", (1, 1), Compute, mean, symmetric, returns, scale, paths);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            double[] series = ModelOptions.Prepared(table, parsed, returns, scale).Columns[0];
            var fit = Egarch.Fit(series, Model(parsed, mean), !parsed.GetValue(symmetric));
            double[] variances = new double[series.Length];
            double next = fit.Filter(series, variances);
            var result = new JsonObject
            {
                ["omega"] = fit.Omega,
                ["alpha"] = fit.Alpha,
                ["gamma"] = fit.Gamma,
                ["beta"] = fit.Beta,
                ["mu"] = fit.Mu,
                ["logLikelihood"] = fit.LogLikelihood,
                ["aic"] = fit.Akaike,
                ["bic"] = fit.Bayes,
                ["presampleLogVariance"] = fit.Presample,
                ["observations"] = fit.Observations,
                ["forecastVariance"] = JsonNumbers.Array([next]),
            };
            if (parsed.GetValue(paths))
                result["variances"] = JsonNumbers.Array(variances);
            return result;
        }
    }

    private static void HeterogeneousModelOf(MethodCatalogue stats)
    {
        var horizons = new Option<string>("--horizons") { Description = "Bars averaged, rising.", DefaultValueFactory = _ => "1,5,22" };
        var lags = new Option<int?>("--hac-lags") { Description = "Lags of the robust errors. Default: 4 (T/100)^(2/9), rounded down." };
        stats.Add("har", "HAR of a realised variance or volatility.", (1, 1), (table, parsed) =>
        {
            int[] spans = ModelOptions.Wholes(parsed.GetValue(horizons)!, "--horizons");
            ModelOptions.Demand(spans.Length > 0, "--horizons is empty");
            ModelOptions.Demand(parsed.GetValue(lags) is null or >= 0, "--hac-lags is not below 0");
            var fit = HeterogeneousAutoregression.Fit(table.Columns[0], spans, parsed.GetValue(lags));
            return new JsonObject
            {
                ["intercept"] = fit.Intercept,
                ["coefficients"] = JsonNumbers.Array(fit.Coefficients),
                ["standardErrors"] = JsonNumbers.Array(fit.StandardErrors),
                ["robustErrors"] = JsonNumbers.Array(fit.RobustErrors),
                ["hacLags"] = fit.RobustLags,
                ["rSquared"] = fit.RSquared,
                ["residualVariance"] = fit.ResidualVariance,
                ["observations"] = fit.Observations,
                ["forecast"] = fit.Next,
            };
        }, horizons, lags);
    }

    private static Option<string> Mean()
    {
        var option = new Option<string>("--mean") { Description = "constant or zero.", DefaultValueFactory = _ => "constant" };
        option.AcceptOnlyFromAmong("constant", "zero");
        return option;
    }

    private static MeanModel Model(ParseResult parsed, Option<string> mean) =>
        parsed.GetValue(mean) == "zero" ? MeanModel.Zero : MeanModel.Constant;

    // At a persistence that rounds to 1 there is no long-run variance: null, not infinity.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
