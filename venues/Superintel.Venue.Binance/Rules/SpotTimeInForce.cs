namespace Superintel.Venue.Binance.Rules;

/// <summary>How long a limit order works. There is no day order: the exchange has no day.</summary>
public enum SpotTimeInForce
{
    GoodTillCancel = 1,
    ImmediateOrCancel = 2,
    FillOrKill = 3,
}
