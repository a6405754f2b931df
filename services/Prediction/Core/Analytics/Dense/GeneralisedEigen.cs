namespace Superintel.Prediction.Analytics.Dense;

/// <summary>A v = lambda B v for symmetric A and positive definite B.</summary>
public static class GeneralisedEigen
{
    /// <summary>Solves the problem; eigenvalues fall, vectors satisfy v' B v = 1 and have a positive first non-zero entry.</summary>
    /// <param name="a">Row-major, size x size, symmetric; overwritten.</param>
    /// <param name="b">Row-major, size x size, positive definite; overwritten by its Cholesky factor.</param>
    /// <param name="size">Number of rows.</param>
    /// <param name="values">Receives the eigenvalues, largest first.</param>
    /// <param name="vectors">Receives one eigenvector per row.</param>
    /// <exception cref="SeriesFaultException">B is not positive definite: the series are collinear.</exception>
    public static void Solve(Span<double> a, Span<double> b, int size, Span<double> values, Span<double> vectors)
    {
        if (Cholesky.Factor(b, size, size) < 1e-14)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.CollinearSeries, "the series are linearly dependent");
        }

        // L^-1 A L^-T: solve along the rows, transpose by symmetry, solve along the rows again.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int row = 0; row < size; row++)
            {
                Triangle.SolveLower(b, size, a.Slice(row * size, size));
            }

            Transpose(a, size);
        }

        Symmetrise(a, size);
        SymmetricEigen.Diagonalise(a, size, vectors);
        SymmetricEigen.SortDescending(a, size, vectors);
        for (int row = 0; row < size; row++)
        {
            values[row] = a[(row * size) + row];
            var vector = vectors.Slice(row * size, size);
            Triangle.SolveLowerTransposed(b, size, vector);
            Orient(vector);
        }
    }

    private static void Orient(Span<double> vector)
    {
        foreach (double entry in vector)
        {
            if (entry == 0)
            {
                continue;
            }

            if (entry < 0)
            {
                for (int i = 0; i < vector.Length; i++)
                {
                    vector[i] = -vector[i];
                }
            }

            return;
        }
    }

    private static void Transpose(Span<double> a, int size)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (a[(i * size) + j], a[(j * size) + i]) = (a[(j * size) + i], a[(i * size) + j]);
            }
        }
    }

    private static void Symmetrise(Span<double> a, int size)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double mean = 0.5 * (a[(i * size) + j] + a[(j * size) + i]);
                a[(i * size) + j] = mean;
                a[(j * size) + i] = mean;
            }
        }
    }
}
