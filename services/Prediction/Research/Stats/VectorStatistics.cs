using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Multivariate;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>var and vecm.</summary>
internal static class VectorStatistics
{
    private const int SeriesLimit = 64;
    private static readonly string[] Terms = ["n", "ci", "co", "li", "lo", "cili", "colo", "cilo", "coli"];

    public static void AddTo(MethodCatalogue stats)
    {
        Autoregression(stats);
        ErrorCorrection(stats);
    }

    private static void Autoregression(MethodCatalogue stats)
    {
        var (returns, scale, trend) = (ModelOptions.Returns(), ModelOptions.Scale(), ModelOptions.Constant());
        var (criterion, forecast) = (ModelOptions.Criterion(), ModelOptions.Forecast());
        var lags = StatisticOptions.Lags("Exactly so many lags, none chosen.");
        var maximum = new Option<int?>("--max-lag") { Description = "Longest lag. Default: round(12 (T/100)^(1/4))." };
        var periods = Periods();
        var orthogonal = Orthogonal();
        stats.Add(
            "var",
            "Vector autoregression: estimate, forecast, impulse responses.",
            (2, SeriesLimit),
            Compute,
            lags,
            maximum,
            criterion,
            trend,
            forecast,
            periods,
            orthogonal,
            returns,
            scale);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            var prepared = ModelOptions.Prepared(table, parsed, returns, scale);
            bool constant = parsed.GetValue(trend) == "c";
            int used = parsed.GetValue(lags) ?? Chosen(prepared, constant, parsed.GetValue(maximum), parsed.GetValue(criterion) == "bic");
            var fit = VectorAutoregression.Fit(prepared.Flat(), prepared.Rows, used, constant);
            var result = new JsonObject
            {
                ["lags"] = used,
                ["coefficients"] = JsonNumbers.Matrix(fit.Coefficients),
                ["standardErrors"] = JsonNumbers.Matrix(fit.StandardErrors),
                ["covariance"] = JsonNumbers.Matrix(fit.Covariance),
                ["logLikelihood"] = fit.LogLikelihood,
                ["aic"] = fit.Akaike,
                ["bic"] = fit.Bayes,
                ["hqic"] = fit.HannanQuinn,
                ["observations"] = fit.Observations,
                ["forecast"] = JsonNumbers.Matrix(fit.Forecast(ModelOptions.Steps(parsed, forecast))),
                ["impulseResponses"] = ModelOptions.Cube(fit.ImpulseResponses(Bars(parsed, periods), parsed.GetValue(orthogonal))),
            };
            if (used > 0)
                result["granger"] = Granger(fit);
            return result;
        }
    }

    private static void ErrorCorrection(MethodCatalogue stats)
    {
        var forecast = ModelOptions.Forecast();
        var lags = StatisticOptions.Lags("Lagged differences. Default: 1.");
        var rank = new Option<int>("--rank") { Description = "Cointegrating relations.", DefaultValueFactory = _ => 1 };
        var terms = new Option<string>("--deterministic")
        {
            Description = "n none; ci, li constant, trend inside the relations; co, lo outside; cili, colo, cilo, coli both.",
            DefaultValueFactory = _ => "ci",
        };
        terms.AcceptOnlyFromAmong(Terms);
        var periods = Periods();
        var orthogonal = Orthogonal();
        stats.Add(
            "vecm",
            "Vector error correction model of levels.",
            (2, SeriesLimit),
            Compute,
            rank,
            lags,
            terms,
            forecast,
            periods,
            orthogonal);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            var fit = VectorErrorCorrection.Fit(
                table.Flat(), table.Rows, parsed.GetValue(rank), parsed.GetValue(lags) ?? 1, ToTerms(parsed.GetValue(terms)!));
            return new JsonObject
            {
                ["alpha"] = JsonNumbers.Matrix(fit.Alpha),
                ["beta"] = JsonNumbers.Matrix(fit.Beta),
                ["gamma"] = JsonNumbers.Matrix(fit.Gamma),
                ["inside"] = JsonNumbers.Matrix(fit.Inside),
                ["outside"] = JsonNumbers.Matrix(fit.Outside),
                ["covariance"] = JsonNumbers.Matrix(fit.Covariance),
                ["eigenvalues"] = JsonNumbers.Array(fit.Eigenvalues),
                ["logLikelihood"] = fit.LogLikelihood,
                ["observations"] = fit.Observations,
                ["forecast"] = JsonNumbers.Matrix(fit.Forecast(ModelOptions.Steps(parsed, forecast))),
                ["impulseResponses"] = ModelOptions.Cube(fit.ImpulseResponses(Bars(parsed, periods), parsed.GetValue(orthogonal))),
            };
        }
    }

    private static int Chosen(SeriesTable table, bool constant, int? maximum, bool bayes)
    {
        ModelOptions.Demand(maximum is null or >= 1, "--max-lag is at least 1");
        var orders = VectorAutoregression.SelectLags(table.Flat(), table.Rows, maximum, constant);
        return orders.Least(bayes ? orders.Bayes : orders.Akaike);
    }

    private static JsonArray Granger(VectorAutoregressionModel fit)
    {
        var tests = new JsonArray();
        for (int caused = 0; caused < fit.Size; caused++)
        {
            for (int causing = 0; causing < fit.Size; causing++)
            {
                if (caused == causing)
                    continue;
                var (statistic, p, _, _) = fit.Granger(caused, causing);
                tests.Add(new JsonObject { ["caused"] = caused, ["causing"] = causing, ["statistic"] = statistic, ["pValue"] = p });
            }
        }

        return tests;
    }

    private static Option<int> Periods() =>
        new("--irf") { Description = "Bars of impulse responses, 0 to 1000.", DefaultValueFactory = _ => 10 };

    private static Option<bool> Orthogonal() =>
        new("--orthogonal") { Description =
            "Impulse responses to independent shocks of one standard deviation, in the order of the columns." };

    private static int Bars(ParseResult parsed, Option<int> periods)
    {
        int bars = parsed.GetValue(periods);
        ModelOptions.Demand(bars is >= 0 and <= 1000, "--irf is 0 to 1000");
        return bars;
    }

    private static ErrorCorrectionTerms ToTerms(string word) =>
        (word.Contains("ci") ? ErrorCorrectionTerms.ConstantInside : ErrorCorrectionTerms.None)
        | (word.Contains("co") ? ErrorCorrectionTerms.ConstantOutside : ErrorCorrectionTerms.None)
        | (word.Contains("li") ? ErrorCorrectionTerms.TrendInside : ErrorCorrectionTerms.None)
        | (word.Contains("lo") ? ErrorCorrectionTerms.TrendOutside : ErrorCorrectionTerms.None);
}
