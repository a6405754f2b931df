using System.Text.Json;
using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Benchmarks.Venues.Orders.Apart;

/// <summary>The other process: a simulated venue, and beside it a sink. Ends with its standard input.</summary>
internal static class VenueProcess
{
    public const string Word = "venue-process";

    public static async Task<int> Run(string venue, string clockPath)
    {
        using var clock = new SkippingClock(clockPath);
        using var sink = new Sink();
        await using var server = Server(venue, clock);
        var address = await server.Start(CancellationToken.None);
        var hello = new VenueHello(address, sink.Port, (server as BinanceServer)?.PrivateSeed);
        Console.Out.WriteLine(JsonSerializer.Serialize(hello));
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing is said on it.
        }
        return 0;
    }

    private static IVenueServer Server(string venue, TimeProvider clock)
    {
        var still = new SimulatorOptions(0, 7, FaultPlan.None, TimeSpan.Zero);
        return venue switch
        {
            "ibkr" => new IbkrServer(still, clock),
            "binance" => new BinanceServer(still, clock),
            "mt4" => new Mt4Server(still),
            _ => throw new ArgumentException($"There is no venue {venue}."),
        };
    }
}
