using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Binance;

/// <summary>What the simulated exchange trades, and what its account starts with.</summary>
internal static class Markets
{
    public const decimal MinNotional = 5m;

    public static IReadOnlyList<SimInstrument> All { get; } =
    [
        new("BTCUSDT", "BTC", "USDT", 0.01m, 0.00001m, 50_000m, 2m),
        new("ETHBTC", "ETH", "BTC", 0.00001m, 0.0001m, 0.05m, 40m),
        new("ETHUSDT", "ETH", "USDT", 0.01m, 0.0001m, 2_500m, 40m),
    ];

    public static void Fund(SimAccount account)
    {
        account.Deposit("USDT", 1_000_000m);
        account.Deposit("BTC", 10m);
        account.Deposit("ETH", 100m);
    }
}
