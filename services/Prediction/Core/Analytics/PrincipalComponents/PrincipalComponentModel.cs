namespace Superintel.Prediction.Analytics.PrincipalComponents;

/// <summary>Directions of greatest variance of a set of series.</summary>
/// <param name="Eigenvalues">Variance along each direction, largest first.</param>
/// <param name="Components">One direction of unit length per row; its entry of greatest size is positive.</param>
/// <param name="Means">Of the series.</param>
/// <param name="Deviations">Of the series; ones when the covariance was analysed.</param>
/// <param name="Observations">Rows.</param>
public sealed record PrincipalComponentModel(
    double[] Eigenvalues, double[][] Components, double[] Means, double[] Deviations, int Observations)
{
    /// <summary>Share of the whole variance per direction.</summary>
    public IReadOnlyList<double> Ratios
    {
        get
        {
            double sum = Eigenvalues.Sum();
            return Array.ConvertAll(Eigenvalues, e => e / sum);
        }
    }

    /// <summary>Marchenko and Pastur's (1967) upper end of the eigenvalues of a correlation of independent series.</summary>
    public double NoiseLimit
    {
        get
        {
            double edge = 1 + Math.Sqrt(Eigenvalues.Length / (double)Observations);
            return edge * edge;
        }
    }

    /// <summary>Writes the position of every row along a direction.</summary>
    /// <param name="columns">Column after column, in the order of the fit.</param>
    /// <param name="component">Which direction, 0 the first.</param>
    /// <param name="scores">Receives one per row.</param>
    public void Project(ReadOnlySpan<double> columns, int component, Span<double> scores)
    {
        scores.Clear();
        for (int i = 0; i < Means.Length; i++)
        {
            double weight = Components[component][i] / Deviations[i];
            var column = columns.Slice(i * scores.Length, scores.Length);
            for (int row = 0; row < scores.Length; row++)
            {
                scores[row] += weight * (column[row] - Means[i]);
            }
        }
    }
}
