using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Copulas;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>copula.</summary>
internal static class CopulaStatistics
{
    private static readonly SortedDictionary<string, CopulaFamily> Families = new(StringComparer.Ordinal)
    {
        ["clayton"] = CopulaFamily.Clayton,
        ["frank"] = CopulaFamily.Frank,
        ["gaussian"] = CopulaFamily.Gaussian,
        ["gumbel"] = CopulaFamily.Gumbel,
        ["joe"] = CopulaFamily.Joe,
        ["student-t"] = CopulaFamily.StudentT,
    };

    public static void AddTo(MethodCatalogue stats)
    {
        var (returns, paths) = (ModelOptions.Returns(), ModelOptions.Paths());
        var family = new Option<string>("--family")
        {
            Description = "auto (the least Akaike criterion), gaussian, student-t, clayton, gumbel, frank or joe.",
            DefaultValueFactory = _ => "auto",
        };
        family.AcceptOnlyFromAmong(["auto", .. Families.Keys]);
        var train = new Option<int?>("--train") { Description = "Rows that the copula is learnt from. Default: all." };
        stats.Add("copula", "Dependence of two returns and their mispricing.", (2, 2), Compute, family, train, returns,
            paths);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            var prepared = ModelOptions.Prepared(table, parsed, returns);
            int rows = parsed.GetValue(train) ?? prepared.Rows;
            ModelOptions.Demand(rows >= 20 && rows <= prepared.Rows, $"--train {rows} is outside 20 to the {prepared.Rows} rows there are");
            double[] u = PseudoObservations.Of(prepared.Columns[0].AsSpan(0, rows));
            double[] v = PseudoObservations.Of(prepared.Columns[1].AsSpan(0, rows), 1);
            string word = parsed.GetValue(family)!;
            var fits = word == "auto" ? CopulaSelection.FitAll(u, v) : [CopulaSelection.Fit(Families[word], u, v)];
            var best = fits[0];
            var result = new JsonObject
            {
                ["family"] = Name(best),
                ["parameters"] = JsonNumbers.Array(best.Copula.Parameters),
                ["kendallTau"] = best.Copula.KendallTau,
                ["logLikelihood"] = best.LogLikelihood,
                ["aic"] = best.Akaike,
                ["bic"] = best.Bayes,
                ["observations"] = rows,
                ["fits"] = new JsonArray([.. fits.Select(Described)]),
            };
            AddMispricing(result, best.Copula, prepared, rows, parsed.GetValue(paths));
            return result;
        }
    }

    private static void AddMispricing(JsonObject result, ICopula copula, SeriesTable table, int train, bool paths)
    {
        double[] u = Scores(table.Columns[0], train);
        double[] v = Scores(table.Columns[1], train);
        double[] first = new double[u.Length];
        double[] second = new double[u.Length];
        MispricingIndex.Fill(copula, u, v, first, second);
        result["mispricing"] = JsonNumbers.Array([first[^1], second[^1]]);
        if (paths)
        {
            result["mispricingFirst"] = JsonNumbers.Array(first);
            result["mispricingSecond"] = JsonNumbers.Array(second);
        }

        MispricingIndex.Accumulate(first);
        MispricingIndex.Accumulate(second);
        result["cumulativeMispricing"] = JsonNumbers.Array([first[^1], second[^1]]);
    }

    // Every row, those after the training window too, is scored against the training window alone.
    private static double[] Scores(double[] values, int train)
    {
        double[] sorted = values[..train];
        Array.Sort(sorted);
        return Array.ConvertAll(values, value => PseudoObservations.Score(sorted, value));
    }

    private static string Name(CopulaFit fit) => Families.First(f => f.Value == fit.Copula.Family).Key;

    private static JsonNode Described(CopulaFit fit) => new JsonObject
    {
        ["family"] = Name(fit),
        ["parameters"] = JsonNumbers.Array(fit.Copula.Parameters),
        ["kendallTau"] = fit.Copula.KendallTau,
        ["logLikelihood"] = fit.LogLikelihood,
        ["aic"] = fit.Akaike,
    };
}
