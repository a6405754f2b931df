namespace Superintel.Risk.Hedging;

/// <summary>What hedges are priced with.</summary>
/// <param name="Volatility">Annual, that puts are priced with, 0.01 to 3.</param>
/// <param name="Strike">Of a put, share of today's price, 0.5 to 1.2.</param>
/// <param name="Days">Trading days to a put's expiry and that an inverse position is held, 2 to 252.</param>
/// <param name="Cost">Of a trade of inverse exposure, fraction of its value, one way, 0 to 0.1.</param>
/// <param name="Most">Largest hedge, share of net asset value, above 0 to 2.</param>
public sealed record HedgeTerms(double Volatility = 0.2, double Strike = 0.95, int Days = 30, double Cost = 0.0005, double Most = 0.25)
{
    /// <summary>What is wrong with them; null when nothing is.</summary>
    public string? Problem() =>
        Volatility is not (>= 0.01 and <= 3) ? "The volatility is 0.01 to 3."
        : Strike is not (>= 0.5 and <= 1.2) ? "The strike is 0.5 to 1.2 of the price."
        : Days is < 2 or > 252 ? "Days are 2 to 252."
        : Cost is not (>= 0 and <= 0.1) ? "The cost is 0 to 0.1."
        : Most is not (> 0 and <= 2) ? "The largest hedge is above 0 and at most 2 of net asset value."
        : null;
}
