using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Mt4;
using Superintel.Execution.Service.Adapters.Trading.Mt4;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Crash;

/// <summary>A MetaTrader terminal with its bridge.</summary>
internal sealed class TradedMt4(int seed, FaultPlan faults)
    : TradedVenue(new Mt4Server(new SimulatorOptions(0, seed, faults, StepEvery)), faults)
{
    public override string AssetClass => "fx";

    public override IReadOnlyList<TradedInstrument> Instruments { get; } =
    [
        new("EURUSD.XOFF", "EURUSD", "USD", 1_000m, 0.00001m, 1.085m, (1_000m, 100_000m)),
        new("GBPUSD.XOFF", "GBPUSD", "USD", 1_000m, 0.00001m, 1.27m, (1_000m, 100_000m)),
        new("USDCHF.XOFF", "USDCHF", "CHF", 1_000m, 0.00001m, 0.885m, (1_000m, 100_000m)),
    ];

    public override Task<IReadOnlyList<TakenOrder>> Taken() => Task.FromResult<IReadOnlyList<TakenOrder>>(
        [.. Exchange.Read(e => e.Orders)
            .Where(order => !ByHand.IsNamed(order.Ticket.ClientId))
            .Select(order => new TakenOrder(Mt4Name.Read(order.Ticket.ClientId).Value, order))]);

    protected override IReadOnlyDictionary<string, string> Environment(VenueAddress address) => new Dictionary<string, string>
    {
        ["Execution__Routes__fx"] = "mt4",
        ["Execution__Accounts__mt4"] = address.Account!,
        ["Execution__Mt4__Bridge__Url"] = address.RestUrl!,
        ["Execution__Mt4__Bridge__Timeout"] = "00:00:03",
        ["Execution__Mt4__EventWait"] = "00:00:01",
        ["Execution__Mt4__AbsenceProof"] = "00:00:03",
        ["MT4_BRIDGE_TOKEN"] = address.ApiKey!,
    };
}
