namespace Superintel.Execution.Trading;

/// <summary>How long an order works (FIX tag 59).</summary>
public enum TimeInForce
{
    /// <summary>Until the end of the trading day it arrives in.</summary>
    Day = 1,

    /// <summary>Until it is filled or canceled.</summary>
    GoodTillCancel = 2,

    /// <summary>Until the ticket's date.</summary>
    GoodTillDate = 3,

    /// <summary>What does not fill at once is canceled.</summary>
    ImmediateOrCancel = 4,
}
