using Superintel.Prediction.Analytics;
using Superintel.Prediction.Analytics.Volatility;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Measures.Tails;

namespace Superintel.Risk.Tests.Measures;

/// <summary>The kernels in borrowed memory against the formulas written out.</summary>
public sealed class KernelReferenceTests
{
    [Test]
    public void Shrunk_and_weighted_covariances_are_those_of_the_plain_formulas(
        [Values(1, 2, 3, 5, 9)] int assets, [Values(20, 37)] int periods)
    {
        var panel = Panel(assets, periods);
        Assert.Multiple(() =>
        {
            Same(CovarianceEstimator.Estimate(panel, CovarianceMethod.Ewma), Ewma(panel), 0);
            var (plain, mean) = (Centred(panel), 0.0);
            for (var i = 0; i < assets; i++) mean += plain[i, i] / assets;
            Same(CovarianceEstimator.LedoitWolf(panel), Shrunk(plain, mean, Wolf(panel, plain, mean)), Wolf(panel, plain, mean));
            Same(CovarianceEstimator.Oas(panel), Shrunk(plain, mean, Oas(panel, plain, mean)), Oas(panel, plain, mean));
        });
    }

    [Test]
    public void Filtered_tail_is_that_of_the_residuals_of_the_fitted_model()
    {
        var returns = Panel(1, 600).Returns(0).ToArray();
        var (model, variances, workspace) = (Garch.Fit(returns), new double[600], new TailWorkspace());
        var next = Math.Sqrt(model.Filter(returns, variances));
        double[] scaled = [.. returns.Select((value, t) => model.Mu + ((value - model.Mu) / Math.Sqrt(variances[t]) * next))];
        // A longer series before it leaves nothing behind in the workspace.
        TailEstimator.Estimate(Panel(1, 900).Returns(0), 0.99, TailMethod.FilteredHistorical, workspace);
        var found = TailEstimator.Estimate(returns, 0.99, TailMethod.FilteredHistorical, workspace);
        Assert.That(found, Is.EqualTo(new TailEstimate(TailRisk.HistoricalVar(scaled, 0.99), TailRisk.HistoricalCvar(scaled, 0.99))));
    }

    [Test]
    public void Student_tail_of_what_hardly_trades_is_refused()
    {
        var random = new Random(4);
        double[] returns = [.. Enumerable.Range(0, 200).Select(i => i % 4 == 0 ? 0.05 * (random.NextDouble() - 0.5) : 0)];
        Assert.That(
            () => TailEstimator.Estimate(returns, 0.95, TailMethod.StudentT),
            Throws.InstanceOf<SeriesFaultException>().With.Property("Fault").Property("Code").EqualTo(SeriesFaultCodes.NotConverged));
    }

    [TestCase(0.95)]
    [TestCase(0.99)]
    public void Drawn_tail_nears_that_of_the_normal_distribution(double confidence)
    {
        var returns = Panel(1, 500).Returns(0);
        var (drawn, normal) = (
            TailEstimator.Estimate(returns, confidence, TailMethod.MonteCarlo, seed: 3),
            TailEstimator.Estimate(returns, confidence, TailMethod.Normal));
        Assert.Multiple(() =>
        {
            Assert.That(drawn.Var, Is.EqualTo(normal.Var).Within(0.02 * normal.Var));
            Assert.That(drawn.Cvar, Is.EqualTo(normal.Cvar).Within(0.02 * normal.Cvar));
        });
    }

    private static void Same(CovarianceEstimate found, double[,] plain, double shrinkage)
    {
        Assert.That(found.Shrinkage, Is.EqualTo(shrinkage).Within(1e-12), found.Method.ToString());
        for (var i = 0; i < found.Size; i++)
        {
            for (var j = 0; j < found.Size; j++)
                Assert.That(found[i, j], Is.EqualTo(plain[i, j]).Within(1e-16), $"{found.Method} {i} {j}");
        }
    }

    private static double[,] Ewma(ReturnPanel panel)
    {
        var matrix = new double[panel.Assets, panel.Assets];
        for (var t = 0; t < panel.Periods; t++)
        {
            for (var i = 0; i < panel.Assets; i++)
            {
                for (var j = 0; j < panel.Assets; j++)
                {
                    var product = panel.Returns(i)[t] * panel.Returns(j)[t];
                    matrix[i, j] = t == 0 ? product : (0.94 * matrix[i, j]) + (0.06 * product);
                }
            }
        }

        return matrix;
    }

    private static double[,] Centred(ReturnPanel panel)
    {
        var (matrix, means) = (new double[panel.Assets, panel.Assets], panel.Means());
        for (var i = 0; i < panel.Assets; i++)
        {
            for (var j = 0; j < panel.Assets; j++)
            {
                for (var t = 0; t < panel.Periods; t++)
                    matrix[i, j] += (panel.Returns(i)[t] - means[i]) * (panel.Returns(j)[t] - means[j]) / panel.Periods;
            }
        }

        return matrix;
    }

    // Mean squared distance of each period's own matrix from the covariance, over that of the target.
    private static double Wolf(ReturnPanel panel, double[,] plain, double mean)
    {
        var (means, own, target) = (panel.Means(), 0.0, 0.0);
        for (var i = 0; i < panel.Assets; i++)
        {
            for (var j = 0; j < panel.Assets; j++)
            {
                target += Math.Pow(plain[i, j] - (i == j ? mean : 0), 2);
                for (var t = 0; t < panel.Periods; t++)
                {
                    var product = (panel.Returns(i)[t] - means[i]) * (panel.Returns(j)[t] - means[j]);
                    own += Math.Pow(product - plain[i, j], 2) / panel.Periods / panel.Periods;
                }
            }
        }

        return panel.Assets == 1 ? 0 : Math.Min(own, target) / target;
    }

    private static double Oas(ReturnPanel panel, double[,] plain, double mean)
    {
        var (size, n, squares) = ((double)panel.Assets, (double)panel.Periods, 0.0);
        foreach (var value in plain) squares += value * value;
        var (alpha, square) = (squares / (size * size), mean * mean);
        var bottom = (n + 1) * (alpha - (square / size));
        return panel.Assets == 1 ? 0 : Math.Min(1, (alpha + square) / bottom);
    }

    private static double[,] Shrunk(double[,] plain, double mean, double share)
    {
        var matrix = new double[plain.GetLength(0), plain.GetLength(1)];
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            for (var j = 0; j < matrix.GetLength(1); j++) matrix[i, j] = ((1 - share) * plain[i, j]) + (i == j ? share * mean : 0);
        }

        return matrix;
    }

    private static ReturnPanel Panel(int assets, int periods)
    {
        var random = new Random((assets * 1000) + periods);
        var market = Enumerable.Range(0, periods).Select(_ => random.NextDouble() - 0.5).ToArray();
        return new ReturnPanel(
            [.. Enumerable.Range(0, assets).Select(i => $"S{i}")],
            [.. Enumerable.Range(0, assets).Select(_ => market.Select(
                (move, t) => (0.02 + (0.02 * (t / 50 % 2))) * (move + random.NextDouble() - 0.5)).ToArray())]);
    }
}
