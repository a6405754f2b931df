using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.RegimeSwitching;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>hmm and regime.</summary>
internal static class RegimeStatistics
{
    public static void AddTo(MethodCatalogue stats)
    {
        HiddenMarkov(stats);
        Switching(stats);
    }

    private static void HiddenMarkov(MethodCatalogue stats)
    {
        var (returns, scale, paths) = (ModelOptions.Returns(), ModelOptions.Scale(), ModelOptions.Paths());
        var states = new Option<int>("--states") { Description = "Hidden states, 1 to 16.", DefaultValueFactory = _ => 2 };
        var tolerance = new Option<double>("--tolerance")
        {
            Description = "Gain of log likelihood at which the search ends.",
            DefaultValueFactory = _ => 1e-9,
        };
        var iterations = new Option<int>("--max-iterations") { Description = "Most steps per start.", DefaultValueFactory = _ => 5000 };
        stats.Add("hmm", "Gaussian hidden Markov model.", (1, 1), Compute, states, tolerance, iterations, returns, scale, paths);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            int count = parsed.GetValue(states);
            ModelOptions.Demand(count is >= 1 and <= HiddenMarkovRecursion.MaximumStates, "--states is 1 to 16");
            ModelOptions.Demand(
                parsed.GetValue(tolerance) > 0 && parsed.GetValue(iterations) > 0, "--tolerance and --max-iterations are above 0");
            double[] series = ModelOptions.Prepared(table, parsed, returns, scale).Columns[0];
            var fit = GaussianHiddenMarkov.Fit(series, count, parsed.GetValue(tolerance), parsed.GetValue(iterations));
            var (path, probability) = fit.Model.Decode(series);
            var result = new JsonObject
            {
                ["means"] = JsonNumbers.Array(fit.Model.Means),
                ["variances"] = JsonNumbers.Array(fit.Model.Variances),
                ["transition"] = JsonNumbers.Matrix(fit.Model.Transition),
                ["initial"] = JsonNumbers.Array(fit.Model.Initial),
                ["logLikelihood"] = fit.LogLikelihood,
                ["aic"] = fit.Akaike,
                ["bic"] = fit.Bayes,
                ["iterations"] = fit.Iterations,
                ["observations"] = fit.Observations,
                ["pathLogProbability"] = probability,
                ["path"] = new JsonArray([.. path.Select(state => (JsonNode)state)]),
            };
            if (parsed.GetValue(paths))
                result["posterior"] = JsonNumbers.Matrix(fit.Model.Posterior(series).Chunk(count));
            return result;
        }
    }

    private static void Switching(MethodCatalogue stats)
    {
        var (returns, scale) = (ModelOptions.Returns(), ModelOptions.Scale());
        var lags = new Option<int>("--ar") { Description = "Lags of the first column among the regressors.", DefaultValueFactory = _ => 0 };
        var common = new Option<bool>("--common-variance") { Description = "One variance for both regimes." };
        stats.Add(
            "regime",
            "Two-state Markov switching regression of the first column on a constant, its lags and the rest.",
            (1, 6),
            Compute,
            lags,
            common,
            returns,
            scale);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            int skip = parsed.GetValue(lags);
            ModelOptions.Demand(skip is >= 0 and <= 12, "--ar is 0 to 12");
            var prepared = ModelOptions.Prepared(table, parsed, returns, scale);
            if (prepared.Rows <= skip)
                throw new InputFaultException("too-short", prepared.Names[0], null, $"{prepared.Rows} rows for {skip} lags");
            double[] first = prepared.Columns[0];
            double[] regressors =
            [
                .. Enumerable.Range(1, skip).SelectMany(lag => first[(skip - lag)..^lag]),
                .. prepared.Columns.Skip(1).SelectMany(c => c[skip..]),
            ];
            var fit = MarkovSwitching.Fit(first.AsSpan(skip), regressors, !parsed.GetValue(common));
            return new JsonObject
            {
                ["p00"] = fit.Stay,
                ["p10"] = fit.Back,
                ["coefficients"] = JsonNumbers.Matrix(fit.Coefficients),
                ["variances"] = JsonNumbers.Array(fit.Variances),
                ["logLikelihood"] = fit.LogLikelihood,
                ["aic"] = fit.Akaike,
                ["bic"] = fit.Bayes,
                ["durations"] = new JsonArray([.. fit.Durations.Select(d => double.IsFinite(d) ? (JsonNode?)d : null)]),
                ["observations"] = fit.Smoothed.Length,
                ["filtered"] = JsonNumbers.Array(fit.Filtered),
                ["smoothed"] = JsonNumbers.Array(fit.Smoothed),
            };
        }
    }
}
