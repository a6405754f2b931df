namespace Superintel.Prediction.Analytics.AutoRegression;

/// <summary>Differences of a series and sums of them.</summary>
internal static class Differencing
{
    public static double[] Of(ReadOnlySpan<double> series, int times)
    {
        double[] values = series.ToArray();
        for (int i = 0; i < times; i++)
        {
            for (int t = 0; t + 1 < values.Length - i; t++)
            {
                values[t] = values[t + 1] - values[t];
            }
        }

        return values[..(values.Length - times)];
    }

    /// <summary>Turns forecast differences into forecast levels.</summary>
    public static void Undo(ReadOnlySpan<double> series, int times, double[] forecast)
    {
        for (int i = times - 1; i >= 0; i--)
        {
            double level = Of(series, i)[^1];
            for (int step = 0; step < forecast.Length; step++)
            {
                level += forecast[step];
                forecast[step] = level;
            }
        }
    }
}
