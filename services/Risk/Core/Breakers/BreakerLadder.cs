using Superintel.Risk.Limits;

namespace Superintel.Risk.Breakers;

/// <summary>Which tier a number opens: at a share of its limit entries pause, beyond it the desk reduces, at multiples of it the desk is
/// flattened and stopped. A pure function.</summary>
public static class BreakerLadder
{
    /// <param name="value">Not a number opens as far as the kind goes: what cannot be measured is not small.</param>
    /// <param name="limit">The kind's limit, above zero.</param>
    public static BreakerTier TierOf(BreakerKind kind, double value, double limit, RiskLimits limits)
    {
        if (double.IsNaN(value)) return kind.Highest;
        var tier = (value / limit) switch
        {
            var share when share > limits.BreakerStop => BreakerTier.Stop,
            var share when share > limits.BreakerFlatten => BreakerTier.Flatten,
            > 1 => BreakerTier.ReduceOnly,
            var share when share > limits.BreakerPause => BreakerTier.PauseEntries,
            _ => BreakerTier.Closed,
        };
        return tier > kind.Highest ? kind.Highest : tier;
    }
}
