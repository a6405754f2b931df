using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Superintel.Mt4Bridge.Journal;
using Superintel.Mt4Bridge.Terminal;
using Superintel.Venue.Mt4;

namespace Superintel.Mt4Bridge.Hosting;

/// <summary>The bridge on its two ports: Execution's and the terminal's, each with routes of its own.</summary>
internal sealed class BridgeHost : IAsyncDisposable
{
    private const int MostConnections = 64;
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource<JournalDamagedException> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BridgeState state;
    private readonly X509Certificate2? certificate;
    private readonly WebApplication bridge;
    private readonly WebApplication terminal;

    /// <exception cref="JournalDamagedException">The journal cannot be read.</exception>
    /// <exception cref="IOException">Another bridge has the folder.</exception>
    public BridgeHost(BridgeSettings settings, TimeProvider clock)
    {
        state = new BridgeState(settings.Options, clock, settings.Log);
        certificate = settings.Tls ? BridgeCertificate.Create(settings.Tokens.Bridge, clock.GetUtcNow()) : null;
        var execution = new BridgeRoutes(state, settings.Tokens.Bridge, Fail, stopping.Token);
        var expert = new TerminalRoutes(state, settings.Tokens.Terminal, Fail, stopping.Token);
        bridge = Listener(settings.Host, settings.Port, BridgeRoutes.LargestBody, execution.Handle, certificate);
        terminal = Listener(settings.TerminalHost, settings.TerminalPort, TerminalLines.MostBytes, expert.Handle, null);
    }

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public Uri TerminalUrl { get; private set; } = new("http://127.0.0.1");

    /// <summary>Ends when the journal cannot be written: the bridge is of no use then.</summary>
    public Task<JournalDamagedException> Failed => failed.Task;

    public async Task Start(CancellationToken ct)
    {
        await bridge.StartAsync(ct);
        await terminal.StartAsync(ct);
        (Url, TerminalUrl) = (Address(bridge), Address(terminal));
        lock (state.Gate) state.Log.Listening(Url, TerminalUrl, state.Ledger.Count, state.Ledger.Open.Count, state.Ledger.LastEvent);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await bridge.DisposeAsync();
        await terminal.DisposeAsync();
        state.Dispose();
        certificate?.Dispose();
        stopping.Dispose();
    }

    private void Fail(JournalDamagedException failure)
    {
        if (failed.TrySetResult(failure)) state.Log.JournalFailed(failure);
    }

    private static WebApplication Listener(
        string host, int port, int largestBody, RequestDelegate handle, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        if (certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"{(certificate is null ? "http" : "https")}://{host}:{port}"));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = largestBody;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.AddServerHeader = false;
            if (certificate is not null) kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
        });
        var app = builder.Build();
        app.Run(handle);
        return app;
    }

    private static Uri Address(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
