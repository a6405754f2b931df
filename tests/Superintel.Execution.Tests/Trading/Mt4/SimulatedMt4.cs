using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Mt4;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4;

/// <summary>A simulated terminal with its bridge, and the adapter in front of it.</summary>
internal sealed class SimulatedMt4 : IAsyncDisposable
{
    private readonly Mt4Client client;
    private int tickets;

    private SimulatedMt4(Mt4Server server, Uri url)
    {
        Server = server;
        Options = new Mt4Options
        {
            Bridge = new Mt4ClientOptions { Url = url, Token = server.Token, Timeout = TimeSpan.FromSeconds(5) },
            AbsenceProof = TimeSpan.FromMilliseconds(300),
            EventWait = TimeSpan.FromMilliseconds(200),
        };
        client = new Mt4Client(Options.Bridge);
        Broker = new Mt4Broker(client, Options, Mt4Server.Account, TimeProvider.System);
    }

    public Mt4Server Server { get; }

    public Mt4Options Options { get; }

    public Mt4Broker Broker { get; private set; }

    public static Task<SimulatedMt4> Start(params string[] faults) => Start(FaultPlan.Read(string.Join(',', faults), null, 1));

    public static async Task<SimulatedMt4> Start(FaultPlan plan)
    {
        var server = new Mt4Server(new SimulatorOptions(0, 1, plan, TimeSpan.Zero));
        return new SimulatedMt4(server, new Uri((await server.Start(CancellationToken.None)).RestUrl!));
    }

    public OrderTicket Ticket(OrderType type = OrderType.Market, decimal? price = null, decimal quantity = 10_000m) => new(
        Mt4Options.VenueName, Mt4Server.Account, ClientOrderId.For(new DecisionId($"d{++tickets}"), 0),
        InstrumentId.Parse("EURUSD.XOFF"), AssetClass.Fx, 1_000m, Side.Buy, new Quantity(quantity), type, price,
        TimeInForce.GoodTillCancel, Currency.Usd, TimeProvider.System.GetUtcNow());

    /// <summary>As if the process had been started anew.</summary>
    public void Restart() => Broker = new Mt4Broker(client, Options, Mt4Server.Account, TimeProvider.System);

    public static OrderReference Reference(OrderTicket ticket) =>
        new(ticket.Venue, ticket.Account, ticket.ClientOrderId, ticket.Instrument, null, ticket.CreatedAt);

    /// <summary>The same question until it has an answer.</summary>
    public async Task<QueryOutcome> Resolve(OrderTicket ticket)
    {
        QueryOutcome asked = new QueryOutcome.Unavailable("not asked");
        await Eventually.True(
            async () => (asked = await Broker.Query(Reference(ticket), default)) is not QueryOutcome.Unavailable, "the bridge can tell");
        return asked;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
    }
}
