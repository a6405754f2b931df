namespace Superintel.Execution.Execution.Strategies;

/// <summary>How a leg's quantity reaches its venue when not as one order.</summary>
public enum StrategyKind
{
    /// <summary>Equal parts at equal times, each at the market: the time-weighted average price.</summary>
    Twap = 1,

    /// <summary>One limit order after the other near the last price; what is left in the end goes at the market.</summary>
    LimitChase = 2,
}
