using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>A simulated venue that Execution is routed to, and what is true there.</summary>
internal abstract class TradedVenue(IVenueServer server, FaultPlan faults) : IAsyncDisposable
{
    protected static readonly TimeSpan StepEvery = TimeSpan.FromMilliseconds(100);

    public static IReadOnlyList<string> Names { get; } = ["binance", "ibkr", "mt4"];

    public FaultPlan Faults => faults;

    public SimExchange Exchange => server.Exchange;

    public abstract string AssetClass { get; }

    public abstract IReadOnlyList<TradedInstrument> Instruments { get; }

    public static TradedVenue Create(string name, int seed, FaultPlan faults) => name switch
    {
        "binance" => new TradedBinance(seed, faults),
        "ibkr" => new TradedIbkr(seed, faults),
        "mt4" => new TradedMt4(seed, faults),
        _ => throw new ArgumentException($"There is no venue '{name}'.", nameof(name)),
    };

    /// <summary>Listens; the killer is told what happens at the venue.</summary>
    /// <returns>Environment variables that lead Execution here.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Start(Killer killer)
    {
        server.Exchange.OrderChanged += order =>
        {
            if (order.Status == SimOrderStatus.Working) killer.Passes(KillMoment.OrderTaken);
            if (order.Status == SimOrderStatus.Canceled) killer.Passes(KillMoment.OrderCanceled);
        };
        server.Exchange.Traded += (_, _) => killer.Passes(KillMoment.OrderTraded);
        return Environment(await server.Start(CancellationToken.None));
    }

    /// <summary>All that was ever taken, with Execution's names.</summary>
    public abstract Task<IReadOnlyList<TakenOrder>> Taken();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    protected abstract IReadOnlyDictionary<string, string> Environment(VenueAddress address);
}
