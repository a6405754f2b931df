namespace Superintel.Venue.Binance.Transport;

/// <summary>What a REST call must carry.</summary>
public enum Security
{
    /// <summary>Public market data.</summary>
    None = 0,

    /// <summary>Key, time and signature.</summary>
    Signed = 1,
}
