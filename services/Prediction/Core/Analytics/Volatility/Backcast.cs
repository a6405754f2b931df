namespace Superintel.Prediction.Analytics.Volatility;

/// <summary>A variance for the time before the first return.</summary>
public static class Backcast
{
    private const int Horizon = 75;
    private const double Decay = 0.94;

    /// <summary>Exponentially weighted mean of the first squared shocks, the earliest heaviest (arch's convention).</summary>
    /// <param name="shocks">Returns less their mean, oldest first, at least one.</param>
    public static double Of(ReadOnlySpan<double> shocks)
    {
        int count = Math.Min(Horizon, shocks.Length);
        double weight = 1;
        double weights = 0;
        double sum = 0;
        for (int t = 0; t < count; t++)
        {
            sum += weight * shocks[t] * shocks[t];
            weights += weight;
            weight *= Decay;
        }

        return sum / weights;
    }
}
