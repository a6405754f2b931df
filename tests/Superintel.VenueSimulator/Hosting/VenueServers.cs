namespace Superintel.VenueSimulator.Hosting;

/// <summary>The venues there are.</summary>
public static class VenueServers
{
    public static IReadOnlyDictionary<string, Func<SimulatorOptions, IVenueServer>> Known { get; } =
        new SortedDictionary<string, Func<SimulatorOptions, IVenueServer>>(StringComparer.Ordinal)
        {
            ["mt4"] = options => new Mt4.Mt4Server(options),
            ["ibkr"] = options => new Ibkr.IbkrServer(options),
            ["binance"] = options => new Binance.BinanceServer(options),
        };
}
