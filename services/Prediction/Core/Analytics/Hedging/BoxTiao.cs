using System.Numerics.Tensors;
using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.Hedging;

/// <summary>The combination least predictable from its own vector autoregression: the most mean-reverting one.</summary>
/// <remarks>Box and Tiao (1977); d'Aspremont (2011). With A the first-order vector autoregression of centred levels and G their second
/// moments, predictability is w'A'GAw / w'Gw; its minimum is the smallest generalised eigenvalue.</remarks>
public static class BoxTiao
{
    /// <summary>Finds the weights; the objective is the predictability in [0, 1].</summary>
    /// <param name="columns">Column after column, 2 or more series.</param>
    /// <param name="observations">Rows.</param>
    /// <exception cref="SeriesFaultException">A series is at fault or the series are collinear.</exception>
    public static HedgePortfolio Fit(ReadOnlySpan<double> columns, int observations)
    {
        var moments = LagMoments.Of(columns, observations);
        int size = moments.Size;
        double[] factor = (double[])moments.Level.Clone();
        if (Cholesky.Factor(factor, size, size) < 1e-14)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "the series are linearly dependent");
        }

        // Fitted values have moments C' L^-1 C: half of it per column of C solved against the factor.
        double[] half = new double[size * size];
        for (int j = 0; j < size; j++)
        {
            var column = half.AsSpan(j * size, size);
            for (int i = 0; i < size; i++)
            {
                column[i] = moments.Cross[(i * size) + j];
            }

            Triangle.SolveLower(factor, size, column);
        }

        double[] predicted = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                predicted[(i * size) + j] = TensorPrimitives.Dot<double>(half.AsSpan(i * size, size), half.AsSpan(j * size, size));
            }
        }

        double[] values = new double[size];
        double[] vectors = new double[size * size];
        GeneralisedEigen.Solve(predicted, moments.Level, size, values, vectors);
        return HedgePortfolio.Normalised(vectors.AsSpan((size - 1) * size, size), values[^1]);
    }
}
