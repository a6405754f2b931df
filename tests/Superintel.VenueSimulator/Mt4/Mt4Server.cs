using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Matching;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>A terminal with its bridge on loopback: the REST contract of docs/mt4-bridge.yaml over the matching engine.</summary>
public sealed class Mt4Server : IVenueServer
{
    public const string Account = "5350001";

    private readonly SimulatorOptions options;
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();
    private MarketPulse? pulse;

    public Mt4Server(SimulatorOptions options)
    {
        this.options = options;
        Exchange = new SimExchange(Mt4Market.Instruments, options.Seed, TimeProvider.System, feeRate: 0.00002m)
        {
            Faults = options.Faults,
            FillsWhole = true,
        };
        Exchange.Account.Deposit("USD", 1_000_000m);
        Token = string.Create(CultureInfo.InvariantCulture, $"simulated-{new Random(options.Seed).NextInt64():x16}");
        var book = new TicketBook(Exchange);
        var journal = new Mt4Journal(Exchange, book, TimeProvider.System);
        var requests = new Mt4Requests(Exchange, book, journal, options.Faults, Token, stopping.Token);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"));
        app = builder.Build();
        app.Run(requests.Handle);
    }

    public SimExchange Exchange { get; }

    public string Token { get; }

    public async Task<VenueAddress> Start(CancellationToken ct)
    {
        await app.StartAsync(ct);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        pulse = new MarketPulse(Exchange, options.StepEvery);
        var port = new Uri(address).Port;
        return new VenueAddress("mt4", "127.0.0.1", port, address, ApiKey: Token, Account: Account);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (pulse is not null) await pulse.DisposeAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }
}
