namespace Superintel.VenueSimulator.Conformance;

/// <summary>How the cases reach each venue. Keys come from the environment, as for the fleet.</summary>
public static class VenueDrivers
{
    public static IReadOnlyDictionary<string, Func<Endpoint, CancellationToken, Task<IVenueDriver>>> Known { get; } =
        new SortedDictionary<string, Func<Endpoint, CancellationToken, Task<IVenueDriver>>>(StringComparer.Ordinal)
        {
            ["ibkr"] = Ibkr.IbkrDriver.Connect,
            ["binance"] = Binance.BinanceDriver.At,
            ["mt4"] = Mt4.Mt4Driver.At,
            ["paper"] = (_, _) => Task.FromResult<IVenueDriver>(new PaperDriver()),
        };
}
