namespace Superintel.Venue.Binance.Messages;

/// <summary>Why an execution report was sent.</summary>
public enum ExecutionType
{
    /// <summary>A word this version does not know.</summary>
    Unrecognised = 0,
    New,
    Canceled,
    Replaced,
    Rejected,

    /// <summary>The only one that books a fill.</summary>
    Trade,
    Expired,
    TradePrevention,
}
