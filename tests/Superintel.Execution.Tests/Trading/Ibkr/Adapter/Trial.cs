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
    /// <summary>Patience for where every answer comes, however busy the machine is.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly OutageCalendar NoOutages = new() { ResetTo = new TimeOnly(23, 45), LoginTo = new TimeOnly(1, 0) };
    private readonly TwsOptions options;
    private readonly IReadOnlyDictionary<string, int> symbols;
    private readonly TimeProvider clock;
    private int tickets;

    private Trial(
        IbkrServer server, Cable cable, TwsOptions options, IReadOnlyDictionary<string, int> symbols, TimeProvider clock)
    {
        (Server, Cable, this.options, this.symbols, this.clock) = (server, cable, options, symbols, clock);
        Broker = Adapter();
    }

    public IbkrServer Server { get; }

    /// <summary>What the adapter reaches it by.</summary>
    public Cable Cable { get; }

    public IbkrBroker Broker { get; private set; }

    /// <param name="symbols">Execution:IbkrSymbols; null: none.</param>
    /// <param name="patience">With an answer; null: short only where answers are lost and somebody waits for them.</param>
    /// <param name="clock">Of the adapter and of the venue; null: one in the middle of its day.</param>
    /// <param name="change">To other options than usual; null: none.</param>
    public static async Task<Trial> Start(
        FaultPlan faults, IReadOnlyDictionary<string, int>? symbols = null, TimeSpan? patience = null, TimeProvider? clock = null,
        Func<TwsOptions, TwsOptions>? change = null)
    {
        clock ??= new MiddayClock();
        var server = new IbkrServer(new SimulatorOptions(0, 11, faults, TimeSpan.Zero), clock);
        var address = await server.Start(default);
        var cable = Cable.To(address.Host, address.Port);
        var options = new TwsOptions
        {
            Port = cable.Port,
            Account = address.Account!,
            RequestTimeout = patience ?? TimeSpan.FromSeconds(faults == FaultPlan.None ? 60 : 1),
            HandshakeTimeout = patience ?? TimeSpan.FromSeconds(faults == FaultPlan.None ? 60 : 3),
        };
        return new Trial(server, cable, change?.Invoke(options) ?? options, symbols ?? new Dictionary<string, int>(), clock);
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
        clock.GetUtcNow());

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
        await Cable.DisposeAsync();
        await Server.DisposeAsync();
    }

    private IbkrBroker Adapter() =>
        new(options, NoOutages, new IbkrContracts(symbols), clock, NullLogger<IbkrBroker>.Instance);
}
