namespace Superintel.Prediction.Tests.Analytics;

/// <summary>Seeded Gaussian paths.</summary>
internal static class RandomWalks
{
    public static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static double[] Walk(Random random, int length, double step = 0.01, double start = 4)
    {
        double[] path = new double[length];
        path[0] = start;
        for (int t = 1; t < length; t++)
        {
            path[t] = path[t - 1] + (step * Gaussian(random));
        }

        return path;
    }

    /// <summary>Discrete mean-reverting path x' = phi x + sigma e about zero, from its stationary distribution.</summary>
    public static double[] Reverting(Random random, int length, double phi, double sigma)
    {
        double[] path = new double[length];
        path[0] = sigma / Math.Sqrt(1 - (phi * phi)) * Gaussian(random);
        for (int t = 1; t < length; t++)
        {
            path[t] = (phi * path[t - 1]) + (sigma * Gaussian(random));
        }

        return path;
    }

    public static double[][] Universe(int seed, int series, int length)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, series).Select(_ => Walk(random, length))];
    }
}
