namespace Superintel.Execution.Trading;

/// <summary>How an order may trade (FIX tag 40).</summary>
public enum OrderType
{
    /// <summary>At the best price there is.</summary>
    Market = 1,

    /// <summary>At the limit price or better.</summary>
    Limit = 2,

    /// <summary>A market order once the stop price has traded.</summary>
    Stop = 3,

    /// <summary>A limit order once the stop price has traded.</summary>
    StopLimit = 4,

    /// <summary>A stop that follows the best price seen at a fixed distance.</summary>
    TrailingStop = 5,

    /// <summary>In the closing auction at its price.</summary>
    MarketOnClose = 6,

    /// <summary>In the closing auction at the limit price or better.</summary>
    LimitOnClose = 7,
}
