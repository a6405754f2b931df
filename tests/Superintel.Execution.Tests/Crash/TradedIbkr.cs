using System.Collections.Concurrent;
using System.Globalization;
using Superintel.Execution.Tests.Trading.Ibkr.Session;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>A TWS, where our names for orders are their references.</summary>
internal sealed class TradedIbkr : TradedVenue
{
    private readonly IbkrServer server;
    private readonly ConcurrentDictionary<long, string> byHand = new();

    public TradedIbkr(int seed, FaultPlan faults)
        : this(new IbkrServer(new SimulatorOptions(0, seed, faults, StepEvery), new SameDayClock()), faults)
    {
    }

    private TradedIbkr(IbkrServer server, FaultPlan faults)
        : base(server, faults) => this.server = server;

    public override string AssetClass => "equity";

    public override IReadOnlyList<TradedInstrument> Instruments { get; } =
    [
        Share("AAPL", "XNAS", 150m), Share("KO", "XNYS", 62m), Share("MSFT", "XNAS", 411m), Share("PEP", "XNAS", 168m),
    ];

    public override async Task<IReadOnlyList<TakenOrder>> Taken() =>
        [
            .. (await server.TakenOrders()).Where(taken => taken.Reference.Length > 0)
                .Select(taken => new TakenOrder(taken.Reference, taken.Order)),
        ];

    public override async Task<long> PlaceByHand(SimTicket ticket)
    {
        var (permId, order) = await server.PlaceByHand(ticket.Symbol, new OrderTerms
        {
            Action = ticket.Side == Side.Buy ? "BUY" : "SELL",
            Quantity = ticket.Quantity,
            OrderType = ticket.Type == SimOrderType.Limit ? "LMT" : "STP",
            LimitPrice = ticket.LimitPrice,
            AuxPrice = ticket.StopPrice,
            TimeInForce = "GTC",
        });
        byHand[order.Id] = permId.ToString(CultureInfo.InvariantCulture);
        return order.Id;
    }

    public override decimal Told(SimFill fill) => decimal.Round(fill.Fee, 4);

    public override string NameOf(long placedByHand) => byHand[placedByHand];

    protected override IReadOnlyDictionary<string, string> Environment(VenueAddress address) => new Dictionary<string, string>
    {
        ["Execution__Routes__equity"] = "ibkr",
        ["Execution__Accounts__ibkr"] = address.Account!,
        ["Execution__Ibkr__Host"] = address.Host,
        ["Execution__Ibkr__Port"] = $"{address.Port}",
        ["Execution__Ibkr__RequestTimeout"] = "00:00:03",
        ["Execution__Ibkr__HandshakeTimeout"] = "00:00:05",
        // No planned outage: the test runs at any hour.
        ["Execution__IbkrOutages__ResetFrom"] = "00:00",
        ["Execution__IbkrOutages__ResetTo"] = "00:00",
        ["Execution__IbkrOutages__LoginFrom"] = "00:00",
        ["Execution__IbkrOutages__LoginTo"] = "00:00",
    };

    // More than the 20 levels of the book at the most: such an order works on while the market moves.
    private static TradedInstrument Share(string symbol, string listing, decimal price) =>
        new($"{symbol}.{listing}", symbol, "USD", 1m, 0.01m, price, (10m, 9_000m));
}
