namespace Superintel.VenueSimulator.Matching;

/// <summary>How an order of the simulated venue trades.</summary>
public enum SimOrderType
{
    Market = 1,
    Limit = 2,
    Stop = 3,
    StopLimit = 4,
    TrailingStop = 5,
    MarketOnClose = 6,
    LimitOnClose = 7,
}
