using MathNet.Numerics.LinearAlgebra;

namespace Superintel.Prediction.Analytics.Multivariate;

/// <summary>What a shock of one bar does to every series in the bars after it.</summary>
/// <remarks>Luetkepohl (2005), New introduction to multiple time series analysis, sections 2.1 and 2.3.</remarks>
internal static class ImpulseResponse
{
    /// <summary>Responses.</summary>
    /// <param name="lags">Autoregression matrices A(1) to A(p).</param>
    /// <param name="covariance">Of the shocks.</param>
    /// <param name="periods">Bars after the shock.</param>
    /// <param name="orthogonal">Shocks made independent by the Cholesky factor: the first series moves the others at once, not the
    /// other way round, and a shock is one standard deviation.</param>
    /// <returns>Per bar, from the shock's own, a matrix: row = series that responds, column = series that was shocked.</returns>
    public static double[][][] Of(IReadOnlyList<Matrix<double>> lags, Matrix<double> covariance, int periods, bool orthogonal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        int size = covariance.RowCount;
        var responses = new Matrix<double>[periods + 1];
        responses[0] = Matrix<double>.Build.DenseIdentity(size);
        for (int bar = 1; bar <= periods; bar++)
        {
            responses[bar] = Matrix<double>.Build.Dense(size, size);
            for (int lag = 1; lag <= lags.Count && lag <= bar; lag++)
            {
                responses[bar] += responses[bar - lag] * lags[lag - 1];
            }
        }

        var impact = orthogonal ? covariance.Cholesky().Factor : Matrix<double>.Build.DenseIdentity(size);
        return Array.ConvertAll(responses, response => (response * impact).ToRowArrays());
    }
}
