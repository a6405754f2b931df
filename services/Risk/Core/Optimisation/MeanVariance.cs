using System.Numerics.Tensors;
using Superintel.Risk.Measures.Covariances;
using Superintel.Risk.Optimisation.Programs;

namespace Superintel.Risk.Optimisation;

/// <summary>Markowitz's portfolios.</summary>
/// <remarks>Markowitz (1952); for the ratio the homogeneous programme of Cornuejols and Tutuncu (2007), Optimization Methods in Finance,
/// section 8.2.</remarks>
public static class MeanVariance
{
    /// <summary>Least variance; the objective is the variance per period.</summary>
    public static OptimalPortfolio MinimumVariance(CovarianceEstimate covariance, PortfolioConstraints constraints) =>
        Solve("min-variance", covariance, new double[covariance.Size], constraints, null);

    /// <summary>Least variance with at least a mean return; the objective is the variance.</summary>
    /// <param name="target">Mean return per period.</param>
    public static OptimalPortfolio WithTarget(
        CovarianceEstimate covariance, ReadOnlySpan<double> means, double target, PortfolioConstraints constraints) =>
        Solve("mean-variance", covariance, new double[covariance.Size], constraints, (means.ToArray(), target));

    /// <summary>Most mean less aversion times half the variance, with aversion 1 the Kelly portfolio of small returns; the objective is
    /// that
    /// growth rate.</summary>
    /// <remarks>Kelly (1956); Thorp (2006), The Kelly criterion in blackjack, sports betting and the stock market, section 8.</remarks>
    public static OptimalPortfolio Growth(
        CovarianceEstimate covariance, ReadOnlySpan<double> means, PortfolioConstraints constraints, double aversion = 1)
    {
        double[] linear = [.. means.ToArray().Select(mean => -mean / aversion)];
        var found = Solve("kelly", covariance, linear, constraints, null);
        return found with { Objective = -found.Objective * aversion };
    }

    /// <summary>Most excess return per standard deviation; the objective is that ratio per period.</summary>
    /// <param name="riskFree">Return per period.</param>
    public static OptimalPortfolio MaximumSharpe(
        CovarianceEstimate covariance, ReadOnlySpan<double> means, double riskFree, PortfolioConstraints constraints)
    {
        var n = covariance.Size;
        var variables = constraints.Turnover is null ? n + 1 : (2 * n) + 1;
        var rows = ConstraintRows.Of(constraints, variables, scale: n);
        if (constraints.Turnover is { } turnover) rows.LimitTurnover(turnover, variables, n + 1, scale: n);
        double[] excess = [.. means.ToArray().Select(mean => mean - riskFree)];
        // Scaled so that the numbers of the programme are near one.
        var unit = Math.Max(1e-300, excess.Max(Math.Abs));
        rows.Equal(ConstraintRows.Weighted(variables, [.. excess.Select(value => value / unit)]), 1);
        var positive = new double[variables];
        positive[n] = -1;
        rows.AtMost(positive, 0);
        var found = InteriorPoint.Solve(new QuadraticProgram(
            Expanded(covariance, variables, Unit(covariance)), new double[variables], rows.Equalities, [.. rows.EqualityValues],
                rows.Inequalities, [.. rows.Bounds]));
        if (found.Status != ProgramStatus.Optimal)
            return new OptimalPortfolio("max-sharpe", found.Status, new double[n], double.NaN, found.KktResidual);
        var scale = constraints.Sum is null or 0 ? LeastScale(rows.Inequalities, found.Point, n) : found.Point[n];
        if (!(scale > 0)) return new OptimalPortfolio("max-sharpe", ProgramStatus.NotConverged, new double[n], double.NaN, 1);
        double[] weights = [.. found.Point[..n].Select(value => value / scale)];
        var ratio = excess.Zip(weights, (mean, weight) => mean * weight).Sum() / Math.Sqrt(covariance.Variance(weights));
        return new OptimalPortfolio("max-sharpe", found.Status, weights, ratio, found.KktResidual);
    }

    // Without a sum a portfolio may be of any size that the bounds allow: the largest, which is the least scale.
    private static double LeastScale(IReadOnlyList<double[]> rows, double[] point, int at)
    {
        var least = 0.0;
        foreach (var row in rows)
        {
            var rest = TensorPrimitives.Dot<double>(row, point) - (row[at] * point[at]);
            if (row[at] < 0) least = Math.Max(least, rest / -row[at]);
            else if (row[at] > 0 || rest > 1e-12) return point[at];
        }

        return least > 0 ? least : point[at];
    }

    private static OptimalPortfolio Solve(
        string method, CovarianceEstimate covariance, double[] linear, PortfolioConstraints constraints,
            (double[] Means, double Least)? target)
    {
        var n = covariance.Size;
        var variables = constraints.Turnover is null ? n : 2 * n;
        var rows = ConstraintRows.Of(constraints, variables);
        if (constraints.Turnover is { } turnover) rows.LimitTurnover(turnover, variables, n);
        if (target is { } wanted)
            rows.AtMost(ConstraintRows.Weighted(variables, [.. wanted.Means.Select(mean => -mean)]), -wanted.Least);
        var unit = Unit(covariance);
        double[] costs = [.. linear.Select(value => value / unit), .. new double[variables - n]];
        var found = InteriorPoint.Solve(new QuadraticProgram(
            Expanded(covariance, variables, unit), costs, rows.Equalities, [.. rows.EqualityValues], rows.Inequalities, [.. rows.Bounds]));
        var weights = found.Point[..n];
        var objective = linear.All(value => value == 0) ? covariance.Variance(weights) : found.Objective * unit;
        return new OptimalPortfolio(method, found.Status, weights, objective, found.KktResidual);
    }

    // A covariance per day is tiny: in units of its mean variance the tolerance means the same for every period.
    private static double Unit(CovarianceEstimate covariance) => Enumerable.Range(0, covariance.Size).Average(i => covariance[i, i]);

    private static double[] Expanded(CovarianceEstimate covariance, int size, double unit)
    {
        var matrix = new double[size * size];
        for (var i = 0; i < covariance.Size; i++)
        {
            for (var j = 0; j < covariance.Size; j++) matrix[(i * size) + j] = covariance[i, j] / unit;
        }
        return matrix;
    }
}
