namespace Superintel.Venue.Binance.Spot;

/// <summary>Where a market's public data is, and what it costs.</summary>
/// <param name="DepthLimit">Levels of a snapshot, a side.</param>
public sealed record MarketPaths(
    string Klines, int KlineWeight, string Depth, int DepthLimit, int DepthWeight, string ExchangeInfo, string Time)
{
    public static readonly MarketPaths Spot = new(
        "/api/v3/klines", 2, "/api/v3/depth", 5_000, 250, "/api/v3/exchangeInfo", "/api/v3/time");

    public static readonly MarketPaths UsdMargined = new(
        "/fapi/v1/klines", 5, "/fapi/v1/depth", 1_000, 20, "/fapi/v1/exchangeInfo", "/fapi/v1/time");
}
