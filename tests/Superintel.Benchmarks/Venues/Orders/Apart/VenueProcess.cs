using System.Net;
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

    /// <summary>Receivers sleep until the kernel wakes them, as a server's do.</summary>
    public const string Sleeping = "--sleeping";

    public static async Task<int> Run(string venue, string clockPath, bool sleeping)
    {
        using var clock = new SkippingClock(clockPath);
        await using var server = Server(venue, clock);
        var address = await server.Start(CancellationToken.None);
        using var sink = sleeping ? new Sink() : null;
        using var relay = sleeping ? null : new Relay(new IPEndPoint(IPAddress.Loopback, address.Port));
        var told = relay is null ? address : Through(relay.Port, address);
        var hello = new VenueHello(told, sink?.Port ?? relay!.SinkPort, (server as BinanceServer)?.PrivateSeed);
        Console.Out.WriteLine(JsonSerializer.Serialize(hello));
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing is said on it.
        }
        return 0;
    }

    private static VenueAddress Through(int port, VenueAddress address) => address with
    {
        Port = port, RestUrl = At(port, address.RestUrl), WsUrl = At(port, address.WsUrl), WsApiUrl = At(port, address.WsApiUrl),
    };

    private static string? At(int port, string? url) =>
        url is null ? null : new UriBuilder(url) { Port = port }.Uri.ToString().TrimEnd('/');

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
