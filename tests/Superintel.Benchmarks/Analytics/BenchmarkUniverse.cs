namespace Superintel.Benchmarks.Analytics;

/// <summary>Seeded random walks with a common factor, as log prices.</summary>
internal static class BenchmarkUniverse
{
    public static double[][] Walks(int series, int bars, int seed)
    {
        var random = new Random(seed);
        double[] market = Walk(random, bars, 0.01);
        var universe = new double[series][];
        for (int i = 0; i < series; i++)
        {
            double load = 0.5 + random.NextDouble();
            universe[i] = Walk(random, bars, 0.015);
            for (int t = 0; t < bars; t++)
                universe[i][t] += 4 + (load * market[t]);
        }

        return universe;
    }

    private static double[] Walk(Random random, int bars, double step)
    {
        double[] path = new double[bars];
        for (int t = 1; t < bars; t++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            path[t] = path[t - 1] + (step * normal);
        }

        return path;
    }
}
