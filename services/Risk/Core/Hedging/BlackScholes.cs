using Superintel.Prediction.Analytics.Distributions;

namespace Superintel.Risk.Hedging;

/// <summary>European puts.</summary>
/// <remarks>Black and Scholes (1973), without interest and dividends.</remarks>
public static class BlackScholes
{
    /// <summary>Value of a put in units of the strike's currency.</summary>
    /// <param name="price">Of the underlying, above zero.</param>
    /// <param name="strike">Above zero.</param>
    /// <param name="volatility">Annual, above zero.</param>
    /// <param name="years">To expiry; at zero and below the put is worth what it pays.</param>
    public static double Put(double price, double strike, double volatility, double years)
    {
        if (years <= 0) return Math.Max(0, strike - price);
        var deviation = volatility * Math.Sqrt(years);
        var far = (Math.Log(price / strike) / deviation) + (deviation / 2);
        return (strike * Normal.Cumulative(deviation - far)) - (price * Normal.Cumulative(-far));
    }
}
