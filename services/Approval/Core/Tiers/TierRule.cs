namespace Superintel.Approval.Tiers;

/// <summary>Chooses the tier by confidence and notional: the stricter of both. Exits never wait for anyone.</summary>
public static class TierRule
{
    /// <param name="confidence">In [0, 1].</param>
    /// <param name="notional">Both legs, base currency.</param>
    public static TierChoice Choose(bool opens, double confidence, decimal notional, ApprovalOptions options)
    {
        if (!opens) return new TierChoice(Tier.Auto, "an exit only reduces risk");
        if (notional >= options.SeniorNotional)
            return new TierChoice(Tier.Senior, $"notional {notional:0} is {options.SeniorNotional:0} or more");
        if (!(confidence >= options.TraderConfidence))
            return new TierChoice(Tier.Senior, $"confidence {confidence:0.00} is below {options.TraderConfidence:0.00}");
        if (notional >= options.TraderNotional)
            return new TierChoice(Tier.Trader, $"notional {notional:0} is {options.TraderNotional:0} or more");
        return confidence >= options.AutoConfidence
            ? new TierChoice(Tier.Auto, $"confidence {confidence:0.00} and notional {notional:0} are within the automatic tier")
            : new TierChoice(Tier.Trader, $"confidence {confidence:0.00} is below {options.AutoConfidence:0.00}");
    }

    /// <summary>A hedge is a person's wish, and its end gives the tail back: both wait for another person.</summary>
    public static TierChoice ForHedge(decimal notional, ApprovalOptions options) => notional >= options.SeniorNotional
        ? new TierChoice(Tier.Senior, $"a hedge, and notional {notional:0} is {options.SeniorNotional:0} or more")
        : new TierChoice(Tier.Trader, "a hedge is never approved without a person");
}
