using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.VenueSimulator.Ibkr;

/// <summary>The IBKR adapter at a TWS, a paper account's or the simulated one's, for the conformance cases.</summary>
public sealed class IbkrDriver : IVenueDriver
{
    private const int ClientId = 4711;
    private readonly IbkrBroker broker;

    private IbkrDriver(IbkrBroker broker, string account, bool isLive)
    {
        this.broker = broker;
        Facts = new IbkrFacts(broker, this);
        Profile = new VenueProfile(
            IbkrBroker.VenueName, account, isLive, InstrumentId.Parse("KO.XNYS"), AssetClass.Equity, Currency.Usd, LotSize: 1m,
            TickSize: 0.01m, Quantity: 100m, Enum.GetValues<OrderType>().ToHashSet(), HasGoodTillDate: true,
            AbsenceProof: TimeSpan.FromSeconds(60));
    }

    public VenueProfile Profile { get; }

    public IBroker Broker => broker;

    public IOrderPreview Preview => broker;

    public IVenueFacts Facts { get; }

    public SentOrders Sent { get; } = new();

    public static Task<IVenueDriver> Connect(Endpoint endpoint, CancellationToken ct) => Connect(endpoint, TimeProvider.System, ct);

    /// <param name="clock">The adapter's.</param>
    public static async Task<IVenueDriver> Connect(Endpoint endpoint, TimeProvider clock, CancellationToken ct)
    {
        if (TwsOptions.IsLivePort(endpoint.Port) && !(endpoint.AllowLive && endpoint.LiveAccount is { Length: > 0 }))
        {
            throw new RefusedException("live-account",
                $"Port {endpoint.Port} trades real money: say --allow-live and --live-account NUMBER, or use 4002 or 7497.");
        }
        var options = new TwsOptions
        {
            Host = endpoint.Host,
            Port = endpoint.Port,
            ClientId = ClientId,
            Live = endpoint.AllowLive,
            ConfirmLiveAccount = endpoint.LiveAccount ?? "",
            Account = endpoint.LiveAccount ?? "",
        };
        // The account is what the login has: asked once, then the adapter is made for it.
        var account = options.Account;
        if (account.Length == 0)
        {
            await using var asking = Adapter(options, clock);
            account = (await asking.Client(ct)).Accounts[0];
        }
        return new IbkrDriver(Adapter(options with { Account = account }, clock), account, isLive: !account.StartsWith('D'));
    }

    public async Task<bool> Break(CancellationToken ct)
    {
        await broker.Drop(ct);
        return true;
    }

    public Task Move(CancellationToken ct) => Task.CompletedTask;

    public ValueTask DisposeAsync() => broker.DisposeAsync();

    // No planned outage keeps the cases from running: whoever runs them knows the hour.
    private static IbkrBroker Adapter(TwsOptions options, TimeProvider clock) => new(
        options,
        new OutageCalendar { ResetTo = new TimeOnly(23, 45), LoginTo = new TimeOnly(1, 0) },
        new IbkrContracts([]),
        clock,
        NullLogger<IbkrBroker>.Instance);
}
