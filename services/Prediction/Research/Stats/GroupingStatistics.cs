using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Analytics.Clustering;
using Superintel.Prediction.Analytics.Distance;
using Superintel.Prediction.Analytics.PrincipalComponents;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Research.Stats;

/// <summary>pca, cluster and distance: which series belong together.</summary>
internal static class GroupingStatistics
{
    private const int GreatestUniverse = 5000;

    public static void AddTo(MethodCatalogue stats)
    {
        Components(stats);
        Clusters(stats);
        var pairs = new Option<int>("--pairs") { Description = "Pairs listed, the nearest first.", DefaultValueFactory = _ => 20 };
        var train = new Option<int?>("--train") { Description = "Last rows that form the pairs. Default: all." };
        stats.Add("distance", "Distance method: nearest pairs of normalised prices.", (2, GreatestUniverse),
            (table, parsed) =>
        {
            int rows = parsed.GetValue(train) ?? table.Rows;
            ModelOptions.Demand(parsed.GetValue(pairs) >= 1, "--pairs is at least 1");
            ModelOptions.Demand(rows >= 3 && rows <= table.Rows, $"--train {rows} is outside 3 to the {table.Rows} rows there are");
            double[] columns = [.. table.Columns.SelectMany(c => c[^rows..])];
            var nearest = DistanceMethod.Rank(columns, rows, parsed.GetValue(pairs));
            return new JsonObject
            {
                ["pairs"] = new JsonArray([.. nearest.Select(pair => (JsonNode)new JsonObject
                {
                    ["a"] = table.Names[pair.First],
                    ["b"] = table.Names[pair.Second],
                    ["squaredDistance"] = pair.SquaredDistance,
                    ["deviation"] = pair.Deviation,
                    ["zeroCrossings"] = pair.ZeroCrossings,
                })]),
                ["tested"] = table.Names.Count * (table.Names.Count - 1) / 2,
                ["rows"] = rows,
            };
        }, pairs, train);
    }

    private static void Components(MethodCatalogue stats)
    {
        var (returns, scale) = (ModelOptions.Returns(), ModelOptions.Scale());
        var covariance = new Option<bool>("--covariance") { Description = "Of the covariance in place of the correlation." };
        var shown = new Option<int?>("--components") { Description = "Components listed. Default: all." };
        stats.Add("pca", "Principal components.", (2, GreatestUniverse), Compute, covariance, shown, returns, scale);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            var prepared = ModelOptions.Prepared(table, parsed, returns, scale);
            ModelOptions.Demand(parsed.GetValue(shown) is null or >= 1, "--components is at least 1");
            bool correlation = !parsed.GetValue(covariance);
            var model = PrincipalComponentAnalysis.Fit(prepared.Flat(), prepared.Rows, correlation);
            var result = new JsonObject
            {
                ["eigenvalues"] = JsonNumbers.Array(model.Eigenvalues),
                ["ratios"] = JsonNumbers.Array(model.Ratios),
                ["components"] = JsonNumbers.Matrix(model.Components.Take(parsed.GetValue(shown) ?? int.MaxValue)),
                ["observations"] = model.Observations,
            };
            if (correlation)
            {
                result["noiseLimit"] = model.NoiseLimit;
                result["aboveNoise"] = model.Eigenvalues.Count(e => e > model.NoiseLimit);
            }

            return result;
        }
    }

    private static void Clusters(MethodCatalogue stats)
    {
        var returns = ModelOptions.Returns();
        var method = new Option<string>("--method") { Description = "dbscan or optics.", DefaultValueFactory = _ => "dbscan" };
        method.AcceptOnlyFromAmong("dbscan", "optics");
        var features = new Option<string>("--features")
        {
            Description = "loadings on the first components, or correlation: sqrt((1 - r) / 2).",
            DefaultValueFactory = _ => "loadings",
        };
        features.AcceptOnlyFromAmong("loadings", "correlation");
        var components = new Option<int>("--components") { Description = "Components of the loadings.", DefaultValueFactory = _ => 5 };
        var radius = new Option<double?>("--eps") { Description = "Radius. Default: the median core distance." };
        var least = new Option<int>("--min-points") { Description = "Neighbours of a dense series, itself among them.",
            DefaultValueFactory = _ => 3 };
        stats.Add(
            "cluster",
            "Groups of series for the choice of pairs.",
            (2, GreatestUniverse),
            Compute,
            method,
            features,
            components,
            radius,
            least,
            returns);

        JsonObject Compute(SeriesTable table, ParseResult parsed)
        {
            var prepared = ModelOptions.Prepared(table, parsed, returns);
            int count = prepared.Names.Count;
            int points = parsed.GetValue(least);
            ModelOptions.Demand(points >= 2 && points <= count, $"--min-points is 2 to the {count} series there are");
            ModelOptions.Demand(parsed.GetValue(radius) is null or > 0, "--eps is above 0");
            ModelOptions.Demand(parsed.GetValue(components) >= 1, "--components is at least 1");
            double[] distances = parsed.GetValue(features) == "correlation"
                ? PointDistances.Correlation(prepared.Flat(), prepared.Rows)
                : Loadings(prepared, parsed.GetValue(components));
            var plot = OrderingPoints.Find(distances, count, points);
            double used = parsed.GetValue(radius) ?? plot.CoreDistances.Order().ElementAt(count / 2);
            bool optics = parsed.GetValue(method) == "optics";
            int[] labels = optics ? plot.CutAt(used) : DensityClusters.Find(distances, count, used, points);
            return Describe(prepared.Names, labels, used, optics ? plot : null);
        }
    }

    private static double[] Loadings(SeriesTable table, int components)
    {
        var model = PrincipalComponentAnalysis.Fit(table.Flat(), table.Rows);
        int used = Math.Min(components, model.Components.Length);
        return PointDistances.Euclidean([.. table.Names.Select((_, i) => model.Components.Take(used).Select(c => c[i]).ToArray())]);
    }

    private static JsonObject Describe(IReadOnlyList<string> names, int[] labels, double radius, ReachabilityPlot? plot)
    {
        var result = new JsonObject
        {
            ["clusters"] = new JsonArray([.. Enumerable.Range(0, labels.Max() + 1).Select(l => (JsonNode)Members(names, labels, l))]),
            ["noise"] = Members(names, labels, DensityClusters.Noise),
            ["labels"] = new JsonArray([.. labels.Select(l => (JsonNode)l)]),
            ["eps"] = radius,
        };
        if (plot is not null)
        {
            result["order"] = new JsonArray([.. plot.Order.Select(i => (JsonNode)names[i]!)]);

            // The first of an island is reached from nowhere: null.
            result["reachability"] = new JsonArray(
                [.. plot.Order.Select(i => double.IsFinite(plot.Reachability[i]) ? (JsonNode?)plot.Reachability[i] : null)]);
        }

        return result;
    }

    private static JsonArray Members(IReadOnlyList<string> names, int[] labels, int label) =>
        new([.. names.Where((_, i) => labels[i] == label).Select(name => (JsonNode)name!)]);
}
