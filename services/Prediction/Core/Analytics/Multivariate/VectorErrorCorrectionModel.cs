using MathNet.Numerics.LinearAlgebra;

namespace Superintel.Prediction.Analytics.Multivariate;

/// <summary>dy(t) = alpha (beta' y(t-1) + inside) + gamma(1) dy(t-1) + ... + outside + u(t).</summary>
/// <param name="Alpha">Speeds of adjustment: one row per series, one entry per relation.</param>
/// <param name="Beta">Relations: one row per series, one entry per relation; the first rows are the identity.</param>
/// <param name="Inside">Deterministic terms of the relations: constant, then trend, as far as present; one entry per relation.</param>
/// <param name="Gamma">One row per series; every series at lag 1, then at lag 2, ...</param>
/// <param name="Outside">Deterministic terms outside: constant, then trend, as far as present; one entry per series.</param>
/// <param name="Covariance">Of the shocks, divided by the rows.</param>
/// <param name="Eigenvalues">Squared canonical correlations, largest first.</param>
/// <param name="LogLikelihood">Gaussian, given the first rows.</param>
/// <param name="Terms">Which deterministic terms there are.</param>
/// <param name="Observations">Rows of the regressions.</param>
/// <param name="Tail">The last rows of the series, oldest first, one more than lagged differences.</param>
public sealed record VectorErrorCorrectionModel(
    double[][] Alpha,
    double[][] Beta,
    double[][] Inside,
    double[][] Gamma,
    double[][] Outside,
    double[][] Covariance,
    double[] Eigenvalues,
    double LogLikelihood,
    ErrorCorrectionTerms Terms,
    int Observations,
    double[][] Tail)
{
    /// <summary>Number of series.</summary>
    public int Size => Alpha.Length;

    /// <summary>Lagged differences.</summary>
    public int LaggedDifferences => Tail.Length - 1;

    /// <summary>Expected levels of the bars to come, one row per bar.</summary>
    public double[][] Forecast(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var lags = LevelMatrices();
        var rows = new List<Vector<double>>(Tail.Select(Vector<double>.Build.DenseOfArray));
        for (int step = 0; step < steps; step++)
        {
            var next = Deterministic(Observations + step);
            for (int lag = 1; lag <= lags.Length; lag++)
            {
                next += lags[lag - 1] * rows[^lag];
            }

            rows.Add(next);
        }

        return [.. rows.Skip(Tail.Length).Select(r => r.ToArray())];
    }

    /// <summary>Responses of the levels to a shock, per bar a matrix: row = series that responds, column = series that was
    /// shocked.</summary>
    /// <param name="periods">Bars after the shock.</param>
    /// <param name="orthogonal">Shocks made independent, in the order of the series, and one standard deviation great.</param>
    public double[][][] ImpulseResponses(int periods, bool orthogonal = false) =>
        ImpulseResponse.Of(LevelMatrices(), Matrix<double>.Build.DenseOfRowArrays(Covariance), periods, orthogonal);

    private Matrix<double>[] LevelMatrices()
    {
        var lags = new Matrix<double>[LaggedDifferences + 1];
        var alpha = Matrix<double>.Build.DenseOfRowArrays(Alpha);
        var beta = Matrix<double>.Build.DenseOfRowArrays(Beta);
        lags[0] = Matrix<double>.Build.DenseIdentity(Size) + (alpha * beta.Transpose());
        for (int lag = 0; lag < LaggedDifferences; lag++)
        {
            int at = lag * Size;
            var gamma = Matrix<double>.Build.Dense(Size, Size, (row, column) => Gamma[row][at + column]);
            lags[lag] += gamma;
            lags[lag + 1] = -gamma;
        }

        return lags;
    }

    // The trend inside counts the row before, as the levels inside are those of the row before.
    private Vector<double> Deterministic(int row)
    {
        double trend = row + Tail.Length + 1;
        var sum = Vector<double>.Build.Dense(Size);
        int term = 0;
        foreach (double value in Values(ErrorCorrectionTerms.ConstantInside, ErrorCorrectionTerms.TrendInside, trend - 1))
        {
            double[] inside = Inside[term++];
            for (int i = 0; i < Size; i++)
            {
                for (int relation = 0; relation < inside.Length; relation++)
                {
                    sum[i] += value * Alpha[i][relation] * inside[relation];
                }
            }
        }

        term = 0;
        foreach (double value in Values(ErrorCorrectionTerms.ConstantOutside, ErrorCorrectionTerms.TrendOutside, trend))
        {
            sum += value * Vector<double>.Build.DenseOfArray(Outside[term++]);
        }

        return sum;
    }

    private IEnumerable<double> Values(ErrorCorrectionTerms constant, ErrorCorrectionTerms trend, double at)
    {
        if (Terms.HasFlag(constant))
        {
            yield return 1;
        }

        if (Terms.HasFlag(trend))
        {
            yield return at;
        }
    }
}
