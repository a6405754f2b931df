using Superintel.VenueSimulator.Binance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>A simulated exchange whose account has nothing, and where coins are sent that it does not trade: every order is
/// refused.</summary>
internal sealed class EmptyExchange : IAsyncDisposable
{
    public const string Pair = "BTC-USD.COINBASE~ETH-USD.COINBASE";

    private readonly BinanceServer server;

    private EmptyExchange(BinanceServer server, VenueAddress address)
    {
        this.server = server;
        Settings =
        [
            "--Execution:Routes:crypto=binance",
            $"--Execution:Accounts:binance={address.Account}",
            $"--Execution:Binance:RestUrl={address.RestUrl}",
            $"--Execution:Binance:StreamsUrl={address.WsUrl}",
            $"--Execution:Binance:WebSocketApiUrl={address.WsApiUrl}",
        ];
    }

    /// <summary>Of Execution, so that crypto goes there.</summary>
    public string[] Settings { get; }

    public static async Task<EmptyExchange> Start()
    {
        var server = new BinanceServer(new SimulatorOptions(0, 7, FaultPlan.None, TimeSpan.Zero));
        foreach (var (asset, held) in server.Exchange.Account.Balances.ToArray()) server.Exchange.Account.Deposit(asset, -held);
        var address = await server.Start(CancellationToken.None);
        // Keys come from the environment and nowhere else.
        Environment.SetEnvironmentVariable("BINANCE_API_KEY", address.ApiKey);
        Environment.SetEnvironmentVariable("BINANCE_API_SECRET", address.ApiSecret);
        return new EmptyExchange(server, address);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
