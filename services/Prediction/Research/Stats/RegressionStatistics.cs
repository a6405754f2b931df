using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Hedging;
using Superintel.Prediction.Analytics.Kalman;
using Superintel.Prediction.Analytics.Regression;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>ols, tls, kalman and the hedge ratios that optimise something.</summary>
internal static class RegressionStatistics
{
    // What is left unexplained is the rounding of the inputs.
    private const double PerfectRSquared = 1 - 1e-14;

    public static void AddTo(MethodCatalogue stats)
    {
        stats.Add("ols", "Least squares of the first column on a constant and the rest.", (2, 64), (table, _) =>
        {
            var fit = OrdinaryLeastSquares.FitMany(table.Columns[0], table.Flat(1));
            if (!(fit.RSquared < PerfectRSquared))
            {
                throw SeriesFaultException.Of(
                    SeriesFaultCodes.CollinearSeries, "the regressors reproduce the response: no t statistics", 1);
            }

            return new JsonObject
            {
                ["intercept"] = fit.Intercept,
                ["slopes"] = JsonNumbers.Array(fit.Slopes),
                ["standardErrors"] = JsonNumbers.Array(fit.StandardErrors),
                ["tStatistics"] = JsonNumbers.Array(fit.TStatistics),
                ["rSquared"] = fit.RSquared,
                ["observations"] = fit.Observations,
            };
        });
        stats.Add("tls", "Orthogonal regression of the first column on the second.", (2, 2), (table, _) =>
        {
            var (intercept, slope) = TotalLeastSquares.Fit(table.Columns[0], table.Columns[1]);
            return new JsonObject { ["intercept"] = intercept, ["slopes"] = JsonNumbers.Array([slope]) };
        });
        Portfolio(stats, "box-tiao", "Least predictable combination.", (2, 12), t => BoxTiao.Fit(t.Flat(), t.Rows), "predictability");
        Portfolio(stats, "min-half-life", "Fastest reverting combination.", (2, 12), t => MinimumHalfLife.Fit(t.Flat(), t.Rows), "lambda");
        Portfolio(
            stats,
            "adf-optimal",
            "Hedge ratio of the least Dickey-Fuller t.",
            (2, 2),
            t => DickeyFullerOptimal.Fit(t.Columns[0], t.Columns[1]),
            "statistic");
        KalmanFilter(stats);
    }

    private static void Portfolio(
        MethodCatalogue stats,
        string name,
        string description,
        (int, int) series,
        Func<SeriesTable, HedgePortfolio> fit,
        string objective) =>
        stats.Add(name, description, series, (table, _) =>
        {
            var portfolio = fit(table);
            return new JsonObject { ["weights"] = JsonNumbers.Array(portfolio.Weights), [objective] = portfolio.Objective };
        });

    private static void KalmanFilter(MethodCatalogue stats)
    {
        var delta = new Option<double>("--delta")
        {
            Description = "State noise delta/(1 - delta) per bar, in (0, 1).",
            DefaultValueFactory = _ => 1e-4,
        };
        var variance = new Option<double>("--observation-variance", "--ve")
        {
            Description = "Variance of an observation about the line.",
            DefaultValueFactory = _ => 1e-3,
        };
        stats.Add("kalman", "Online hedge ratio of the first column on the second.", (2, 2), (table, parsed) =>
        {
            double noise = parsed.GetValue(delta);
            double observation = parsed.GetValue(variance);
            if (!(noise is > 0 and < 1) || !(observation > 0))
                throw new InputFaultException("bad-option", null, null, "--delta is in (0, 1), --observation-variance above 0");
            var filter = KalmanHedgeRatio.WithDelta(noise, observation);
            double[] intercepts = new double[table.Rows];
            double[] slopes = new double[table.Rows];
            for (int i = 0; i < table.Rows; i++)
            {
                filter.Update(table.Columns[0][i], table.Columns[1][i]);
                intercepts[i] = filter.Intercept;
                slopes[i] = filter.Slope;
            }

            return new JsonObject
            {
                ["logLikelihood"] = filter.LogLikelihood,
                ["intercepts"] = JsonNumbers.Array(intercepts),
                ["slopes"] = JsonNumbers.Array(slopes),
            };
        }, delta, variance);
    }
}
