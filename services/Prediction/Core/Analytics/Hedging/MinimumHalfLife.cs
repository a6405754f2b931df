using Superintel.Prediction.Analytics.Dense;

namespace Superintel.Prediction.Analytics.Hedging;

/// <summary>The combination whose spread reverts fastest.</summary>
/// <remarks>The regression of a spread's change on its lagged level has slope w'Cw / w'Lw - 1, a ratio of quadratic forms: its minimum over
/// the weights w is the smallest generalised eigenvalue of the symmetric part of C against L, so no search is needed.</remarks>
public static class MinimumHalfLife
{
    /// <summary>Finds the weights; the objective is lambda per bar, half-life -ln 2 / lambda.</summary>
    /// <param name="columns">Column after column, 2 or more series.</param>
    /// <param name="observations">Rows.</param>
    /// <exception cref="SeriesFaultException">A series is at fault or the series are collinear.</exception>
    public static HedgePortfolio Fit(ReadOnlySpan<double> columns, int observations)
    {
        var moments = LagMoments.Of(columns, observations);
        int size = moments.Size;
        double[] symmetric = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                symmetric[(i * size) + j] = 0.5 * (moments.Cross[(i * size) + j] + moments.Cross[(j * size) + i]);
            }
        }

        double[] values = new double[size];
        double[] vectors = new double[size * size];
        GeneralisedEigen.Solve(symmetric, moments.Level, size, values, vectors);
        return HedgePortfolio.Normalised(vectors.AsSpan((size - 1) * size, size), values[^1] - 1);
    }
}
