namespace Superintel.Venue.Binance.Transport;

/// <summary>How REST calls are made.</summary>
/// <param name="TimePath">Where the exchange tells its time.</param>
/// <param name="Timeout">Of one call; 10 s by default. After it the outcome of an order is unknown.</param>
/// <param name="ReceiveWindow">How old a signed request may be when it arrives; 5 s by default, 60 s at most.</param>
public sealed record TransportOptions(string TimePath, TimeSpan Timeout, TimeSpan ReceiveWindow)
{
    public static readonly TransportOptions Spot = new("/api/v3/time", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5));

    public static readonly TransportOptions UsdMargined = Spot with { TimePath = "/fapi/v1/time" };
}
