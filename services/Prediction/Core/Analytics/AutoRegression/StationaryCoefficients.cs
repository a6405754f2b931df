namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>Maps between stationary autoregressions and coordinates without bounds, by way of partial autocorrelations.</summary>
/// <remarks>Monahan (1984), A note on enforcing stationarity in autoregressive-moving average models.</remarks>
internal static class StationaryCoefficients
{
    /// <summary>Coefficients of a stationary autoregression.</summary>
    public static double[] Of(ReadOnlySpan<double> coordinates)
    {
        int size = coordinates.Length;
        double[] current = new double[size];
        double[] before = new double[size];
        for (int k = 0; k < size; k++)
        {
            double partial = coordinates[k] / Math.Sqrt(1 + (coordinates[k] * coordinates[k]));
            for (int i = 0; i < k; i++)
            {
                current[i] = before[i] - (partial * before[k - 1 - i]);
            }

            current[k] = partial;
            current.CopyTo(before, 0);
        }

        return current;
    }

    /// <summary>Coordinates of partial autocorrelations, which are kept inside (-0.98, 0.98).</summary>
    public static double[] FromPartials(ReadOnlySpan<double> partials)
    {
        double[] coordinates = new double[partials.Length];
        for (int k = 0; k < partials.Length; k++)
        {
            double inside = Math.Clamp(partials[k], -0.98, 0.98);
            coordinates[k] = inside / Math.Sqrt(1 - (inside * inside));
        }

        return coordinates;
    }

    /// <summary>Partial autocorrelations of an autoregression, or null when it is not stationary.</summary>
    public static double[]? Partials(ReadOnlySpan<double> coefficients)
    {
        double[] current = coefficients.ToArray();
        double[] partials = new double[current.Length];
        for (int k = current.Length - 1; k >= 0; k--)
        {
            double partial = current[k];
            if (!(Math.Abs(partial) < 1))
            {
                return null;
            }

            partials[k] = partial;
            double[] shorter = new double[k];
            for (int i = 0; i < k; i++)
            {
                shorter[i] = (current[i] + (partial * current[k - 1 - i])) / (1 - (partial * partial));
            }

            current = shorter;
        }

        return partials;
    }

    /// <summary>Partial autocorrelations of a series by Burg's method, always inside (-1, 1).</summary>
    public static double[] Burg(ReadOnlySpan<double> series, int count)
    {
        double[] forward = series.ToArray();
        double[] backward = series.ToArray();
        double[] partials = new double[count];
        for (int k = 0; k < count; k++)
        {
            double product = 0;
            double squares = 0;
            for (int t = k + 1; t < forward.Length; t++)
            {
                product += forward[t] * backward[t - 1];
                squares += (forward[t] * forward[t]) + (backward[t - 1] * backward[t - 1]);
            }

            partials[k] = 2 * product / squares;
            for (int t = forward.Length - 1; t > k; t--)
            {
                double ahead = forward[t];
                forward[t] -= partials[k] * backward[t - 1];
                backward[t] = backward[t - 1] - (partials[k] * ahead);
            }
        }

        return partials;
    }
}
