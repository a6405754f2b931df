using MathNet.Numerics.LinearAlgebra;
using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.Multivariate;

/// <summary>y(t) = c + A(1) y(t-1) + ... + A(p) y(t-p) + u(t).</summary>
/// <param name="Lags">p.</param>
/// <param name="Constant">Whether c is estimated.</param>
/// <param name="Coefficients">One row per regressor: the constant if any, then every series at lag 1, then at lag 2, ...; one entry per
/// equation.</param>
/// <param name="StandardErrors">Of the coefficients, in the same shape.</param>
/// <param name="Covariance">Of the shocks, divided by the rows less the coefficients of an equation.</param>
/// <param name="InverseMoments">(X'X)^-1 of the regressors.</param>
/// <param name="LogLikelihood">Gaussian, given the first p rows.</param>
/// <param name="LogDeterminant">ln det of the shocks' covariance divided by the rows alone.</param>
/// <param name="Observations">Rows of the regressions.</param>
/// <param name="Tail">The last p rows of the series, oldest first.</param>
public sealed record VectorAutoregressionModel(
    int Lags,
    bool Constant,
    double[][] Coefficients,
    double[][] StandardErrors,
    double[][] Covariance,
    double[][] InverseMoments,
    double LogLikelihood,
    double LogDeterminant,
    int Observations,
    double[][] Tail)
{
    /// <summary>Number of series.</summary>
    public int Size => Covariance.Length;

    /// <summary>Akaike's criterion per row (statsmodels' convention), smaller is better.</summary>
    public double Akaike => Criterion(2);

    /// <summary>Bayes' criterion per row.</summary>
    public double Bayes => Criterion(Math.Log(Observations));

    /// <summary>Hannan and Quinn's criterion per row.</summary>
    public double HannanQuinn => Criterion(2 * Math.Log(Math.Log(Observations)));

    private int Offset => Constant ? 1 : 0;

    /// <summary>Expected values of the bars to come, one row per bar.</summary>
    public double[][] Forecast(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var rows = new List<double[]>(Tail);
        for (int step = 0; step < steps; step++)
        {
            double[] next = new double[Size];
            for (int equation = 0; equation < Size; equation++)
            {
                double sum = Constant ? Coefficients[0][equation] : 0;
                for (int lag = 1; lag <= Lags; lag++)
                {
                    for (int i = 0; i < Size; i++)
                    {
                        sum += Coefficients[Offset + ((lag - 1) * Size) + i][equation] * rows[^lag][i];
                    }
                }

                next[equation] = sum;
            }

            rows.Add(next);
        }

        return [.. rows.Skip(Tail.Length)];
    }

    /// <summary>Responses to a shock, per bar a matrix: row = series that responds, column = series that was shocked.</summary>
    /// <param name="periods">Bars after the shock.</param>
    /// <param name="orthogonal">Shocks made independent, in the order of the series, and one standard deviation great.</param>
    public double[][][] ImpulseResponses(int periods, bool orthogonal = false)
    {
        var matrices = new Matrix<double>[Lags];
        for (int lag = 0; lag < Lags; lag++)
        {
            int at = Offset + (lag * Size);
            matrices[lag] = Matrix<double>.Build.Dense(Size, Size, (row, column) => Coefficients[at + column][row]);
        }

        return ImpulseResponse.Of(matrices, Matrix<double>.Build.DenseOfRowArrays(Covariance), periods, orthogonal);
    }

    /// <summary>F test that the past of one series says nothing about another.</summary>
    /// <param name="caused">Position of the series explained.</param>
    /// <param name="causing">Position of the series whose lags are tested.</param>
    public (double Statistic, double PValue, int Numerator, int Denominator) Granger(int caused, int causing)
    {
        if (Lags == 0)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.LagOutOfRange, "without lags nothing causes anything");
        }

        int[] rows = [.. Enumerable.Range(0, Lags).Select(lag => Offset + (lag * Size) + causing)];
        var covariance = Matrix<double>.Build.Dense(Lags, Lags, (i, j) => InverseMoments[rows[i]][rows[j]] * Covariance[caused][caused]);
        var tested = Vector<double>.Build.Dense(Lags, i => Coefficients[rows[i]][caused]);
        double statistic = tested.DotProduct(covariance.Cholesky().Solve(tested)) / Lags;
        int freedom = Size * (Observations - Coefficients.Length);
        return (statistic, FisherF.Survival(statistic, Lags, freedom), Lags, freedom);
    }

    private double Criterion(double penalty) => LogDeterminant + (penalty * Coefficients.Length * Size / Observations);
}
