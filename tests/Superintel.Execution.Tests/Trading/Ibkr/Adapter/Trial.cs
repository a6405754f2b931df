using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

/// <summary>The adapter at a simulated TWS that misbehaves as it is told.</summary>
internal sealed class Trial : IAsyncDisposable
{
    private static readonly OutageCalendar NoOutages = new() { ResetTo = new TimeOnly(23, 45), LoginTo = new TimeOnly(1, 0) };
    private readonly TwsOptions options;
    private readonly IReadOnlyDictionary<string, int> symbols;
    private int tickets;

    private Trial(IbkrServer server, TwsOptions options, IReadOnlyDictionary<string, int> symbols)
    {
        (Server, this.options, this.symbols) = (server, options, symbols);
        Broker = Adapter();
    }

    public IbkrServer Server { get; }

    public IbkrBroker Broker { get; private set; }

    /// <param name="symbols">Execution:IbkrSymbols; null: none.</param>
    /// <param name="change">To other options than usual; null: none.</param>
    public static async Task<Trial> Start(
        FaultPlan faults, IReadOnlyDictionary<string, int>? symbols = null, Func<TwsOptions, TwsOptions>? change = null)
    {
        var server = new IbkrServer(new SimulatorOptions(0, 11, faults, TimeSpan.Zero));
        var address = await server.Start(default);
        var options = new TwsOptions
        {
            Port = address.Port,
            Account = address.Account!,
            // Short only where answers are lost and somebody waits for them.
            RequestTimeout = TimeSpan.FromSeconds(faults == FaultPlan.None ? 60 : 1),
            HandshakeTimeout = TimeSpan.FromSeconds(faults == FaultPlan.None ? 60 : 3),
        };
        return new Trial(server, change?.Invoke(options) ?? options, symbols ?? new Dictionary<string, int>());
    }

    /// <summary>The process dies and another takes its place, with nothing in memory.</summary>
    public async Task Restart()
    {
        await Broker.DisposeAsync();
        Broker = Adapter();
    }

    public OrderTicket Ticket(OrderType type, decimal quantity = 100m, Side side = Side.Buy, decimal? limit = null) => new(
        IbkrBroker.VenueName, options.Account, new ClientOrderId($"otest{++tickets}-0-0"), InstrumentId.Parse("KO.XNYS"),
        AssetClass.Equity, 1m, side, new Quantity(quantity), type, limit, TimeInForce.GoodTillCancel, Currency.Usd,
        TimeProvider.System.GetUtcNow());

    public static OrderReference Reference(OrderTicket ticket) => new(
        ticket.Venue, ticket.Account, ticket.ClientOrderId, ticket.Instrument, null, ticket.CreatedAt);

    /// <summary>Asks until the venue can say.</summary>
    public Task<QueryOutcome> Resolved(OrderTicket ticket, Func<QueryOutcome, bool>? wanted = null) => Eventually.Get(
        () => Broker.Query(Reference(ticket), default),
        answer => answer is not QueryOutcome.Unavailable && (wanted is null || wanted(answer)),
        $"what became of {ticket.ClientOrderId}");

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await Server.DisposeAsync();
    }

    private IbkrBroker Adapter() =>
        new(options, NoOutages, new IbkrContracts(symbols), TimeProvider.System, NullLogger<IbkrBroker>.Instance);
}
