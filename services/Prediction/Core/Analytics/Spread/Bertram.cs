using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Analytics.Spread;

/// <summary>Optimal trading of an Ornstein-Uhlenbeck spread.</summary>
/// <remarks>Bertram (2010), Analytic solutions for optimal statistical arbitrage trading, Physica A 389: the optimum is symmetric about the
/// mean and solves exp(z^2)(2(a - mu) + c) = sigma sqrt(pi/theta) erfi(z), z = (a - mu) sqrt(theta)/sigma.</remarks>
public static class Bertram
{
    // exp(z^2) overflows soon after.
    private const double Reach = 25;

    /// <summary>Levels that maximise the expected return per unit of time.</summary>
    /// <param name="process">The spread's process; theta and sigma positive.</param>
    /// <param name="cost">Cost of one whole cycle, in units of the spread, not negative.</param>
    /// <exception cref="SeriesFaultException">No level earns the cost within 25 times sigma over the square root of theta.</exception>
    public static BertramThresholds MaximiseExpectedReturn(in OrnsteinUhlenbeckProcess process, double cost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        double scale = process.Sigma / Math.Sqrt(process.Theta);
        double relativeCost = cost / scale;

        // With z >= 0 the distance below the mean in that scale: g(z) = exp(z^2)(2z - c) - sqrt(pi) erfi(z), negative below the optimum.
        // The optimum lies above c / 2, so a greater cost than twice the reach has none below it.
        double low = relativeCost / 2;
        double high = Math.Min(Math.Max(1, 2 * low), Reach);
        while (low < Reach && high < Reach && Slope(high, relativeCost) < 0)
        {
            high = Math.Min(1.5 * high, Reach);
        }

        if (!(low < Reach) || Slope(high, relativeCost) < 0)
        {
            throw SeriesFaultException.Of(SeriesFaultCodes.NotConverged, "the cost is beyond every level that the spread reaches");
        }

        for (int i = 0; i < 200 && high - low > 1e-16 * high; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Slope(middle, relativeCost) < 0 ? (middle, high) : (low, middle);
        }

        double distance = 0.5 * (low + high) * scale;
        return At(process, process.Mu - distance, process.Mu + distance, cost);
    }

    /// <summary>Expected cycle length and return per unit of time of given levels.</summary>
    public static BertramThresholds At(in OrnsteinUhlenbeckProcess process, double entry, double exit, double cost)
    {
        double toScale = Math.Sqrt(process.Theta) / process.Sigma;
        double length = Math.PI / process.Theta
            * (ImaginaryErrorFunction.Value((exit - process.Mu) * toScale) - ImaginaryErrorFunction.Value((entry - process.Mu) * toScale));
        return new BertramThresholds(entry, exit, length, (exit - entry - cost) / length);
    }

    private static double Slope(double z, double cost) =>
        ((2 * z) - cost) - (Math.Sqrt(Math.PI) * ImaginaryErrorFunction.Value(z) * Math.Exp(-z * z));
}
