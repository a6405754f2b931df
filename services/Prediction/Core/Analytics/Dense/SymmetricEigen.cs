namespace Superintel.Prediction.Analytics.Dense;

/// <summary>Eigenvalues of small symmetric matrices by cyclic Jacobi rotations: slow for large ones, accurate for every one.</summary>
public static class SymmetricEigen
{
    private const int MaximumSweeps = 60;

    /// <summary>Diagonalises a matrix in place.</summary>
    /// <param name="matrix">Row-major, size x size, symmetric; its diagonal becomes the eigenvalues, unordered.</param>
    /// <param name="size">Number of rows.</param>
    /// <param name="vectors">Receives the eigenvectors as rows: row i belongs to diagonal entry i.</param>
    /// <exception cref="SeriesFaultException">No convergence, which only entries that are not finite can cause.</exception>
    public static void Diagonalise(Span<double> matrix, int size, Span<double> vectors)
    {
        vectors[..(size * size)].Clear();
        for (int i = 0; i < size; i++)
        {
            vectors[(i * size) + i] = 1;
        }

        for (int sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            if (!Sweep(matrix, size, vectors))
            {
                return;
            }
        }

        throw SeriesFaultException.Of(SeriesFaultCodes.NotConverged, "the eigenvalues of the matrix do not settle");
    }

    /// <summary>Orders eigenpairs by falling eigenvalue.</summary>
    /// <param name="matrix">As <see cref="Diagonalise"/> left it; its diagonal is reordered.</param>
    /// <param name="size">Number of rows.</param>
    /// <param name="vectors">Rows, reordered with the diagonal.</param>
    public static void SortDescending(Span<double> matrix, int size, Span<double> vectors)
    {
        for (int i = 0; i < size; i++)
        {
            int best = i;
            for (int j = i + 1; j < size; j++)
            {
                best = matrix[(j * size) + j] > matrix[(best * size) + best] ? j : best;
            }

            if (best != i)
            {
                (matrix[(i * size) + i], matrix[(best * size) + best]) = (matrix[(best * size) + best], matrix[(i * size) + i]);
                for (int k = 0; k < size; k++)
                {
                    (vectors[(i * size) + k], vectors[(best * size) + k]) = (vectors[(best * size) + k], vectors[(i * size) + k]);
                }
            }
        }
    }

    private static bool Sweep(Span<double> a, int size, Span<double> vectors)
    {
        bool rotated = false;
        for (int p = 0; p < size - 1; p++)
        {
            for (int q = p + 1; q < size; q++)
            {
                double off = a[(p * size) + q];
                double scale = Math.Sqrt(Math.Abs(a[(p * size) + p] * a[(q * size) + q]));
                if (!(Math.Abs(off) <= 1e-17 * scale) && Math.Abs(off) > 1e-300)
                {
                    Rotate(a, size, vectors, p, q, off);
                    rotated = true;
                }
            }
        }

        return rotated;
    }

    private static void Rotate(Span<double> a, int size, Span<double> vectors, int p, int q, double off)
    {
        double difference = a[(q * size) + q] - a[(p * size) + p];
        double theta = 0.5 * difference / off;
        double t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        double s = t * c;
        for (int k = 0; k < size; k++)
        {
            double kp = a[(k * size) + p];
            double kq = a[(k * size) + q];
            a[(k * size) + p] = (c * kp) - (s * kq);
            a[(k * size) + q] = (s * kp) + (c * kq);
        }

        RotateRows(a.Slice(p * size, size), a.Slice(q * size, size), c, s);
        a[(p * size) + q] = 0;
        a[(q * size) + p] = 0;
        RotateRows(vectors.Slice(p * size, size), vectors.Slice(q * size, size), c, s);
    }

    private static void RotateRows(Span<double> first, Span<double> second, double c, double s)
    {
        for (int k = 0; k < first.Length; k++)
        {
            double x = first[k];
            double y = second[k];
            first[k] = (c * x) - (s * y);
            second[k] = (s * x) + (c * y);
        }
    }
}
