using System.Net;
using System.Net.Sockets;
using Superintel.Venue.Ibkr.Messages;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>A TWS on loopback: text protocol, server version 176, one paper account.</summary>
public sealed partial class IbkrServer : IVenueServer
{
    private const decimal StartCash = 1_000_000m;
    private const decimal FeeRate = 0.00005m;
    private const int MostClients = 32; // as TWS

    private readonly SimulatorOptions options;
    private readonly TcpListener listener;
    private readonly TwsDesk desk;
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> peers = [];
    private readonly Lock gate = new();
    private MarketPulse? pulse;
    private Task accepting = Task.CompletedTask;
    private int connected;

    public IbkrServer(SimulatorOptions options)
        : this(options, TimeProvider.System)
    {
    }

    public IbkrServer(SimulatorOptions options, TimeProvider clock)
    {
        this.options = options;
        listener = new TcpListener(IPAddress.Loopback, options.Port);
        Exchange = new SimExchange(TwsListing.All.Select(listing => listing.Instrument), options.Seed, clock, FeeRate)
        {
            Faults = options.Faults,
        };
        Exchange.Account.Deposit("USD", StartCash);
        desk = new TwsDesk(Exchange, options.Faults, clock);
    }

    public SimExchange Exchange { get; }

    /// <summary>On loopback, once it listens.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Task<VenueAddress> Start(CancellationToken ct)
    {
        listener.Start();
        accepting = Accept();
        pulse = new MarketPulse(Exchange, options.StepEvery);
        return Task.FromResult(new VenueAddress("ibkr", "127.0.0.1", Port, Account: TwsDesk.Account));
    }

    /// <summary>Says something of the connection to every client: 1100, 1101 and their like.</summary>
    public void Announce(int code, string text) => desk.Post(() => desk.Announce(code, text));

    /// <summary>Every order that was taken, by its reference.</summary>
    public async Task<IReadOnlyList<(string Reference, SimOrder Order)>> TakenOrders()
    {
        var told = new TaskCompletionSource<IReadOnlyList<(string, SimOrder)>>(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Post(() => told.SetResult([.. desk.Orders.Where(o => o.SimId is not null).Select(o => (o.Terms.OrderRef, desk.Sim(o)!))]));
        return await told.Task;
    }

    /// <summary>A person types an order into the gateway: it has no number and no reference of any client.</summary>
    /// <returns>Its permId, and the order in the matching engine.</returns>
    public async Task<(long PermId, SimOrder Order)> PlaceByHand(string symbol, OrderTerms terms)
    {
        var placed = new TaskCompletionSource<(long, SimOrder)>(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Post(() => placed.SetResult(desk.PlaceByHand(symbol, terms)));
        return await placed.Task;
    }

    /// <summary>Completes when everything that happened so far has been told to the connections.</summary>
    public Task Told()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Post(told.SetResult);
        return told.Task;
    }

    /// <summary>Ends every connection; clients may come back at once.</summary>
    public void DropAll() => desk.Post(desk.DropAll);

    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        // A listener that was stopped would throw at the next accept.
        await accepting;
        listener.Stop();
        if (pulse is not null) await pulse.DisposeAsync();
        Task[] open;
        lock (gate) open = [.. peers];
        await Task.WhenAll(open);
        await desk.DisposeAsync();
    }

    private async Task Accept()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync(stop.Token);
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
            if (Interlocked.Increment(ref connected) > MostClients) client.Dispose();
            else lock (gate) peers.Add(Serve(client));
        }
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            await new TwsPeer(client, desk).Run(stop.Token);
        }
        finally
        {
            Interlocked.Decrement(ref connected);
        }
    }
}
