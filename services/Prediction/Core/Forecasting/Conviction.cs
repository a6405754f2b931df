using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Prediction.Forecasting;

/// <summary>How a standardised deviation becomes direction and confidence; one rule for all statistical models.</summary>
internal static class Conviction
{
    /// <summary>Against the deviation: zero up to <paramref name="enter"/>, then rising evenly to one at <paramref name="full"/>.</summary>
    public static double Against(double deviation, double enter, double full) =>
        -Math.Sign(deviation) * Math.Clamp((Math.Abs(deviation) - enter) / (full - enter), 0, 1);

    /// <summary>Probability that a standard normal draw lies nearer to zero than the deviation.</summary>
    public static double Rarity(double deviation) => Math.Clamp((2 * Normal.Cumulative(Math.Abs(deviation))) - 1, 0, 1);
}
