namespace Superintel.Venue.Binance.Transport;

/// <summary>Where the exchange is. The defaults are none: whoever configures it says whether it is the real one.</summary>
/// <param name="Rest">For example https://testnet.binance.vision; the paths /api/v3 or /fapi/v1 come behind it.</param>
/// <param name="Streams">For example wss://stream.testnet.binance.vision.</param>
/// <param name="WebSocketApi">For example wss://ws-api.testnet.binance.vision/ws-api/v3; null where it is not used.</param>
public sealed record ExchangeAddress(Uri Rest, Uri Streams, Uri? WebSocketApi)
{
    private static readonly string[] RealMoney =
        ["api.binance.com", "api1.binance.com", "api2.binance.com", "api3.binance.com", "api4.binance.com", "api-gcp.binance.com",
            "fapi.binance.com", "ws-api.binance.com", "api.binance.us"];

    /// <summary>True when orders sent there move real money.</summary>
    public bool IsLive => IsRealMoney(Rest) || (WebSocketApi is not null && IsRealMoney(WebSocketApi));

    private static bool IsRealMoney(Uri address) => RealMoney.Contains(address.Host, StringComparer.OrdinalIgnoreCase);
}
