using System.Globalization;
using Superintel.TestKit;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Matching;

namespace Superintel.Execution.Tests.Crash;

/// <summary>A simulated venue that Execution is routed to, and what is true there.</summary>
internal abstract class TradedVenue(IVenueServer server, FaultPlan faults) : IAsyncDisposable
{
    protected static readonly TimeSpan StepEvery = TimeSpan.FromMilliseconds(100);

    private long steps;

    public static IReadOnlyList<string> Names { get; } = ["binance", "ibkr", "mt4"];

    public FaultPlan Faults => faults;

    public SimExchange Exchange => server.Exchange;

    public abstract string AssetClass { get; }

    public abstract IReadOnlyList<TradedInstrument> Instruments { get; }

    public static TradedVenue Create(string name, int seed, FaultPlan faults, SimFees fees) => name switch
    {
        "binance" => new TradedBinance(seed, faults, fees),
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
        server.Exchange.BookChanged += (_, _) => Interlocked.Increment(ref steps);
        server.Exchange.Traded += (_, _) => killer.Passes(KillMoment.OrderTraded);
        return Environment(await server.Start(CancellationToken.None));
    }

    /// <summary>Until the market has moved that often.</summary>
    public Task Moved(int times)
    {
        var until = Interlocked.Read(ref steps) + ((long)times * Exchange.Instruments.Count);
        return Eventually.True(() => Interlocked.Read(ref steps) >= until, "the market moves", TimeSpan.FromSeconds(60));
    }

    /// <summary>A person places an order without Execution.</summary>
    /// <returns>Its number in the matching engine.</returns>
    public virtual Task<long> PlaceByHand(SimTicket ticket) => Task.FromResult(Exchange.Submit(ticket).Id);

    /// <summary>What the venue's API calls an order that a person placed.</summary>
    public virtual string NameOf(long placedByHand) => placedByHand.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the account holds of it, units.</summary>
    public virtual decimal Held(TradedInstrument one) => Exchange.Read(e => e.Account.Positions
        .Where(held => held.Symbol == one.Symbol).Sum(held => held.Quantity));

    /// <summary>The cost of an execution as the venue tells it.</summary>
    public virtual decimal Told(SimFill fill) => fill.Fee;

    /// <summary>A position may be told in an instrument that the session does not trade.</summary>
    public bool HoldsPhantoms => Faults.Happened.ContainsKey(Fault.PhantomPosition);

    /// <summary>All of Execution's that was ever taken, with its names.</summary>
    public abstract Task<IReadOnlyList<TakenOrder>> Taken();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    protected abstract IReadOnlyDictionary<string, string> Environment(VenueAddress address);
}
