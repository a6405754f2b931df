namespace Superintel.Risk.Trades;

/// <summary>What a trade is for.</summary>
public enum TradeIntent
{
    /// <summary>Takes a position.</summary>
    Open = 1,

    /// <summary>Ends the one held.</summary>
    Close = 2,
}
