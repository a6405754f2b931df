namespace Superintel.Prediction.Analytics.RegimeSwitching;

/// <summary>Filtered and smoothed probabilities of a chain of two regimes that starts from its steady state, without allocation.</summary>
/// <remarks>Hamilton (1989); Kim (1994).</remarks>
public static class HamiltonFilter
{
    /// <summary>Filters.</summary>
    /// <param name="stay">Probability that regime 0 follows itself.</param>
    /// <param name="back">Probability that regime 0 follows regime 1.</param>
    /// <param name="logDensities">Observation after observation, log density under regime 0 and 1.</param>
    /// <param name="filtered">Receives the probability of regime 0 given the observations so far, one per observation; or empty.</param>
    /// <returns>Log likelihood.</returns>
    public static double Filter(double stay, double back, ReadOnlySpan<double> logDensities, Span<double> filtered)
    {
        double prior = back / (1 - stay + back);
        double sum = 0;
        for (int at = 0; at < logDensities.Length; at += 2)
        {
            double greatest = Math.Max(logDensities[at], logDensities[at + 1]);
            double calm = prior * Math.Exp(logDensities[at] - greatest);
            double wild = (1 - prior) * Math.Exp(logDensities[at + 1] - greatest);
            sum += greatest + Math.Log(calm + wild);
            double probability = calm / (calm + wild);
            if (!filtered.IsEmpty)
            {
                filtered[at / 2] = probability;
            }

            prior = (stay * probability) + (back * (1 - probability));
        }

        return sum;
    }

    /// <summary>Smooths.</summary>
    /// <param name="stay">Probability that regime 0 follows itself.</param>
    /// <param name="back">Probability that regime 0 follows regime 1.</param>
    /// <param name="filtered">As <see cref="Filter"/> left it.</param>
    /// <param name="smoothed">Receives the probability of regime 0 given all observations.</param>
    public static void Smooth(double stay, double back, ReadOnlySpan<double> filtered, Span<double> smoothed)
    {
        smoothed[^1] = filtered[^1];
        for (int t = filtered.Length - 2; t >= 0; t--)
        {
            double now = filtered[t];
            double ahead = (stay * now) + (back * (1 - now));
            double toCalm = ahead > 0 ? smoothed[t + 1] * stay / ahead : 0;
            double toWild = ahead < 1 ? (1 - smoothed[t + 1]) * (1 - stay) / (1 - ahead) : 0;
            smoothed[t] = now * (toCalm + toWild);
        }
    }
}
