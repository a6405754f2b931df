namespace Superintel.Prediction.Tests.Analytics.Models;

/// <summary>Seeded paths of variance models.</summary>
internal static class SimulatedReturns
{
    public static double[] Garch(int seed, int length, double mu, double omega, double alpha, double beta)
    {
        var random = new Random(seed);
        double[] path = new double[length];
        double variance = omega / (1 - alpha - beta);
        for (int t = 0; t < length; t++)
        {
            double shock = Math.Sqrt(variance) * RandomWalks.Gaussian(random);
            path[t] = mu + shock;
            variance = omega + (alpha * shock * shock) + (beta * variance);
        }

        return path;
    }

    public static double[] Egarch(int seed, int length, double omega, double alpha, double gamma, double beta)
    {
        var random = new Random(seed);
        double[] path = new double[length];
        double log = omega / (1 - beta);
        for (int t = 0; t < length; t++)
        {
            double z = RandomWalks.Gaussian(random);
            path[t] = Math.Exp(0.5 * log) * z;
            log = omega + (alpha * (Math.Abs(z) - Math.Sqrt(2 / Math.PI))) + (gamma * z) + (beta * log);
        }

        return path;
    }
}
