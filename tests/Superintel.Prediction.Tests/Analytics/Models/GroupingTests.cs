using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Clustering;
using Superintel.Prediction.Analytics.Distance;
using Superintel.Prediction.Analytics.PrincipalComponents;

namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Components, clusters and distances against numpy and scikit-learn, 1e-8.</summary>
internal sealed class GroupingTests
{
    private static readonly string[] Names =
        File.ReadLines(RepositoryFiles.Sample("dow30_close_daily_1990_2001.csv")).First().Split(',')[1..];

    [Test]
    public void Components_and_clusters_of_the_sample_equal_scikit_learn()
    {
        var expected = ModelSample.Reference.GetProperty("clusters");
        double[] columns = [.. Names.SelectMany(ModelSample.Returns)];
        var model = PrincipalComponentAnalysis.Fit(columns, columns.Length / Names.Length);
        ModelSample.Same(expected.GetProperty("eigenvalues").Doubles(), model.Eigenvalues, Agree.Closed, "eigenvalues");
        ModelSample.Same(expected.GetProperty("loadings").Rows(), model.Components.Take(3).SelectMany(c => c), Agree.Closed, "loadings");
        double[][] points = [.. Names.Select((_, i) => model.Components.Take(3).Select(c => c[i]).ToArray())];
        double[] distances = PointDistances.Euclidean(points);
        double radius = expected.GetProperty("eps").GetDouble();
        int least = expected.GetProperty("minPoints").GetInt32();
        Assert.That(DensityClusters.Find(distances, points.Length, radius, least), Is.EqualTo(expected.GetProperty("dbscan").Doubles()));
        var plot = OrderingPoints.Find(distances, points.Length, least);
        Assert.That(plot.Order, Is.EqualTo(expected.GetProperty("ordering").Doubles()));
        Assert.That(plot.CutAt(radius), Is.EqualTo(expected.GetProperty("opticsCut").Doubles()));
        ModelSample.Same(expected.GetProperty("coreDistances").Doubles(), plot.CoreDistances, Agree.Closed, "core distances");
        double[] reach = [.. expected.GetProperty("reachability").EnumerateArray().Skip(1).Select(e => e.GetDouble())];
        ModelSample.Same(reach, plot.Reachability.Skip(1), Agree.Closed, "reachability");
        Assert.That(plot.Reachability[0], Is.EqualTo(double.PositiveInfinity));
    }

    [Test]
    [Category("Shared")]
    public void Components_of_the_shared_stocks_equal_the_reference()
    {
        var file = Reference.Read(RepositoryFiles.Shared("reference/covariance_pca_clustering.json"));
        var table = Table.Read(RepositoryFiles.Shared(file.Word("input")!));
        int symbol = table.Column("symbol");
        int close = table.Column("close");
        var closes = table.Rows.ToLookup(r => r[symbol], r => double.Parse(r[close]));
        double[][] returns =
        [
            .. file.GetProperty("symbols").Strings().Select(name =>
                closes[name!].Skip(1).Zip(closes[name!], (b, a) => (b / a) - 1).ToArray()),
        ];
        double[] columns = [.. returns.SelectMany(r => r)];
        int rows = file.GetProperty("rows").GetInt32();
        var covariance = PrincipalComponentAnalysis.Fit(columns, rows, correlation: false);
        var expected = file.GetProperty("pca_cov");
        ModelSample.Same(expected.GetProperty("explained_variance_ddof1").Doubles(), covariance.Eigenvalues, Agree.Closed, "covariance");
        ModelSample.Same(expected.GetProperty("ratio").Doubles(), covariance.Ratios, Agree.Closed, "ratio");
        ModelSample.Same(
            expected.GetProperty("first3_components_sign_max_abs_positive").Rows(),
            covariance.Components.Take(3).SelectMany(c => c),
            Agree.Closed,
            "components");
        var correlation = PrincipalComponentAnalysis.Fit(columns, rows);
        var other = file.GetProperty("pca_corr");
        ModelSample.Same(other.GetProperty("eigenvalues_of_correlation").Doubles(), correlation.Eigenvalues, Agree.Closed, "correlation");
        ModelSample.Same(
            other.GetProperty("first3_components_sign_max_abs_positive").Rows(),
            correlation.Components.Take(3).SelectMany(c => c),
            Agree.Closed,
            "components of the correlation");
        Agree.With(other.GetProperty("marchenko_pastur_lambda_max").GetDouble(), correlation.NoiseLimit, Agree.Closed, "limit");
    }

    [Test]
    public void Components_by_rotations_and_by_iterations_agree()
    {
        // 60 series are analysed by iterations; their trace and their scores' variances do not depend on the method.
        var random = new Random(50);
        double[] factor = [.. Enumerable.Range(0, 300).Select(_ => RandomWalks.Gaussian(random))];
        double[] columns = [.. Enumerable.Range(0, 60).SelectMany(_ => factor.Select(f => f + RandomWalks.Gaussian(random)))];
        var model = PrincipalComponentAnalysis.Fit(columns, 300);
        Assert.That(model.Eigenvalues.Sum(), Is.EqualTo(60).Within(1e-9));
        Assert.That(model.Eigenvalues, Is.Ordered.Descending);
        double[] scores = new double[300];
        model.Project(columns, 0, scores);
        double mean = scores.Average();
        Assert.That(scores.Sum(s => (s - mean) * (s - mean)) / 299, Is.EqualTo(model.Eigenvalues[0]).Within(1e-9));
        Assert.That(model.Eigenvalues.Count(e => e > model.NoiseLimit), Is.EqualTo(1));
    }

    [Test]
    public void Clusters_of_planted_groups_are_found_and_strangers_are_noise()
    {
        var random = new Random(51);
        double[][] factors = [.. Enumerable.Range(0, 3).Select(_ => RandomWalks.Walk(random, 400, 1))];
        double[] columns =
        [
            .. Enumerable.Range(0, 15).SelectMany(i => factors[i % 3].Select(f => f + (0.3 * RandomWalks.Gaussian(random)))),
            .. RandomWalks.Walk(random, 400, 1),
        ];
        double[] distances = PointDistances.Correlation(columns, 400);
        int[] labels = DensityClusters.Find(distances, 16, 0.12, 3);
        Assert.That(labels.Take(15), Is.EqualTo(Enumerable.Range(0, 15).Select(i => i % 3)));
        Assert.That(labels[15], Is.EqualTo(DensityClusters.Noise));
        int[] cut = OrderingPoints.Find(distances, 16, 3).CutAt(0.12);
        Assert.That(cut.Zip(labels).Distinct().Count(), Is.EqualTo(4), "the same groups under other numbers");
    }

    [Test]
    public void DistanceMethod_ranks_by_the_squared_difference_of_normalised_prices()
    {
        var random = new Random(52);
        double[] index = [.. RandomWalks.Walk(random, 250, 0.01, 0).Select(v => Math.Exp(v))];
        double[] near = [.. index.Select(v => 40 * v * Math.Exp(0.002 * RandomWalks.Gaussian(random)))];
        double[] far = [.. RandomWalks.Walk(random, 250, 0.02, 0).Select(v => 7 * Math.Exp(v))];
        double[] columns = [.. far, .. index, .. near];
        var pairs = DistanceMethod.Rank(columns, 250, 2);
        Assert.That(pairs, Has.Count.EqualTo(2));
        Assert.That((pairs[0].First, pairs[0].Second), Is.EqualTo((1, 2)));
        double expected = index.Zip(near, (a, b) => Math.Pow((a / index[0]) - (b / near[0]), 2)).Sum();
        Agree.With(expected, pairs[0].SquaredDistance, 1e-12, "distance");
        Assert.That(pairs[0].SquaredDistance, Is.LessThan(pairs[1].SquaredDistance));
        Assert.That(pairs[0].ZeroCrossings, Is.GreaterThan(60));
        double[] spoiled = [.. columns];
        spoiled[260] = 0;
        var fault = Assert.Throws<SeriesFaultException>(() => DistanceMethod.Rank(spoiled, 250, 2))!.Fault;
        Assert.That((fault.Code, fault.Series, fault.Row), Is.EqualTo((SeriesFaultCodes.NotPositive, 1, 10)));
    }
}
