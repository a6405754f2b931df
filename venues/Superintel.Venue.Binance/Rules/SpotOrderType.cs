namespace Superintel.Venue.Binance.Rules;

/// <summary>The order types of Binance spot that are used here.</summary>
public enum SpotOrderType
{
    Market = 1,
    Limit = 2,

    /// <summary>Post only.</summary>
    LimitMaker = 3,

    /// <summary>A market order once the stop is reached.</summary>
    StopLoss = 4,

    /// <summary>A limit order once the stop is reached.</summary>
    StopLossLimit = 5,
}
