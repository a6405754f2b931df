using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.AutoRegression;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>ar, arima and cir.</summary>
internal static class AutoRegressionStatistics
{
    public static void AddTo(MethodCatalogue stats)
    {
        AutoRegressiveModelOf(stats);
        ArimaModelOf(stats);
        var step = new Option<double>("--dt") { Description = "Time between rows.", DefaultValueFactory = _ => 1 };
        stats.Add("cir", "Cox-Ingersoll-Ross process by exact maximum likelihood.", (1, 1), (table, parsed) =>
        {
            ModelOptions.Demand(parsed.GetValue(step) > 0, "--dt is above 0");
            var process = CoxIngersollRoss.Fit(table.Columns[0], parsed.GetValue(step));
            return new JsonObject
            {
                ["theta"] = process.Theta,
                ["mu"] = process.Mu,
                ["sigma"] = process.Sigma,
                ["logLikelihood"] = process.LogLikelihood,
                ["halfLife"] = process.HalfLife,
                ["staysPositive"] = process.StaysPositive,
            };
        }, step);
    }

    private static void AutoRegressiveModelOf(MethodCatalogue stats)
    {
        var (returns, scale, trend) = (ModelOptions.Returns(), ModelOptions.Scale(), ModelOptions.Constant());
        var (criterion, forecast) = (ModelOptions.Criterion(), ModelOptions.Forecast());
        var lags = StatisticOptions.Lags("Exactly so many lags, none chosen.");
        var maximum = StatisticOptions.MaximumLag();
        stats.Add("ar", "Autoregression.", (1, 1), Compute, lags, maximum, criterion, trend, forecast, returns, scale);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            double[] series = ModelOptions.Prepared(table, parsed, returns, scale).Columns[0];
            bool constant = parsed.GetValue(trend) == "c";
            int longest = parsed.GetValue(maximum) ?? (int)Math.Ceiling(12 * Math.Pow(series.Length / 100.0, 0.25));
            int used = parsed.GetValue(lags)
                ?? AutoRegressive.SelectLags(series, longest, constant, parsed.GetValue(criterion) == "bic");
            var fit = AutoRegressive.Fit(series, used, constant);
            return new JsonObject
            {
                ["lags"] = used,
                ["constant"] = fit.Constant,
                ["coefficients"] = JsonNumbers.Array(fit.Coefficients),
                ["standardErrors"] = JsonNumbers.Array(fit.StandardErrors),
                ["sigma2"] = fit.Variance,
                ["logLikelihood"] = fit.LogLikelihood,
                ["aic"] = fit.Akaike,
                ["bic"] = fit.Bayes,
                ["observations"] = fit.Observations,
                ["forecast"] = JsonNumbers.Array(fit.Forecast(ModelOptions.Steps(parsed, forecast))),
            };
        }
    }

    private static void ArimaModelOf(MethodCatalogue stats)
    {
        var (returns, scale, forecast) = (ModelOptions.Returns(), ModelOptions.Scale(), ModelOptions.Forecast());
        var order = new Option<string>("--order") { Description = "p,d,q.", DefaultValueFactory = _ => "1,0,0" };
        var trend = new Option<string>("--trend")
        {
            Description = "c mean of the differenced series, n none. Default: c without differences, n with.",
            DefaultValueFactory = _ => "auto",
        };
        trend.AcceptOnlyFromAmong("auto", "c", "n");
        stats.Add("arima", "ARIMA(p, d, q) by exact maximum likelihood.", (1, 1), Compute, order, trend, forecast, returns, scale);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            int[] orders = ModelOptions.Wholes(parsed.GetValue(order)!, "--order");
            ModelOptions.Demand(orders.Length == 3, "--order is three numbers p,d,q");
            double[] series = ModelOptions.Prepared(table, parsed, returns, scale).Columns[0];
            bool mean = parsed.GetValue(trend) == "c" || (parsed.GetValue(trend) == "auto" && orders[1] == 0);
            var fit = Arima.Fit(series, orders[0], orders[1], orders[2], mean);
            var (means, errors) = fit.Forecast(series, ModelOptions.Steps(parsed, forecast));
            return new JsonObject
            {
                ["mean"] = fit.Mean,
                ["ar"] = JsonNumbers.Array(fit.AutoRegressive),
                ["ma"] = JsonNumbers.Array(fit.MovingAverage),
                ["sigma2"] = fit.Variance,
                ["logLikelihood"] = fit.LogLikelihood,
                ["aic"] = fit.Akaike,
                ["bic"] = fit.Bayes,
                ["observations"] = fit.Observations,
                ["forecast"] = JsonNumbers.Array(means),
                ["forecastErrors"] = JsonNumbers.Array(errors),
            };
        }
    }
}
