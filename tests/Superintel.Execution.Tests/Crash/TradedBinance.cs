using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>Binance. The account starts without coins, so that what it holds is what was traded.</summary>
internal sealed class TradedBinance : TradedVenue
{
    public TradedBinance(int seed, FaultPlan faults, SimFees fees)
        : base(new BinanceServer(new SimulatorOptions(0, seed, faults, StepEvery) { Fees = fees }), faults)
    {
        foreach (var (asset, held) in Exchange.Account.Balances.Where(balance => balance.Key is not ("USDT" or "BNB")).ToArray())
            Exchange.Account.Deposit(asset, -held);
    }

    public override string AssetClass => "crypto";

    public override IReadOnlyList<TradedInstrument> Instruments { get; } =
    [
        new("BTCUSDT.BINANCE", "BTCUSDT", "USDT", 0.00001m, 0.01m, 50_000m, (0.001m, 4m)),
        new("ETHUSDT.BINANCE", "ETHUSDT", "USDT", 0.0001m, 0.01m, 2_500m, (0.01m, 80m)),
    ];

    public override Task<IReadOnlyList<TakenOrder>> Taken() => Task.FromResult<IReadOnlyList<TakenOrder>>(
        [.. Exchange.Read(e => e.Orders)
            .Where(order => !ByHand.IsNamed(order.Ticket.ClientId)).Select(order => new TakenOrder(order.Ticket.ClientId, order))]);

    public override decimal Held(TradedInstrument one) => Exchange.Read(e =>
        e.Account.Balances.GetValueOrDefault(e.Find(one.Symbol)!.Base));

    protected override IReadOnlyDictionary<string, string> Environment(VenueAddress address) => new Dictionary<string, string>
    {
        ["Execution__Routes__crypto"] = "binance",
        ["Execution__Accounts__binance"] = address.Account!,
        ["Execution__Binance__RestUrl"] = address.RestUrl!,
        ["Execution__Binance__StreamsUrl"] = address.WsUrl!,
        ["Execution__Binance__WebSocketApiUrl"] = address.WsApiUrl!,
        ["Execution__Binance__Timeout"] = "00:00:02",
        ["Execution__Binance__AbsenceProof"] = "00:00:03",
        ["BINANCE_API_KEY"] = address.ApiKey!,
        ["BINANCE_API_SECRET"] = address.ApiSecret!,
    };
}
