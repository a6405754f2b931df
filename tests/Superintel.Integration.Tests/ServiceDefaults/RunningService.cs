using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

/// <summary>A service made of ServiceDefaults alone, on the real servers.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public const string Key = "a key that only the tests of this repository know, long enough for every HMAC";

    private readonly WebApplication app;
    private readonly HttpClient http;

    private RunningService(WebApplication app)
    {
        this.app = app;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First(url => url.StartsWith("http://", StringComparison.Ordinal))) };
    }

    public IServiceProvider Services => app.Services;

    public IReadOnlyList<Uri> Addresses => [.. app.Urls.Select(url => new Uri(url))];

    public ITransactions Transactions => Services.GetRequiredService<ITransactions>();

    public NpgsqlDataSource Source => Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<RunningService> Start(ServiceSetup setup)
    {
        var builder = WebApplication.CreateBuilder();
        // Beside the tests lie the services' settings files, which would otherwise be this service's.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:postgres"] = setup.Postgres,
            ["ConnectionStrings:rabbitmq"] = setup.RabbitMq ?? TestServers.RabbitMq,
            ["Messaging:Prefix"] = setup.Prefix,
            ["Messaging:FirstPause"] = "00:00:00.010",
            ["Messaging:LongestPause"] = "00:00:00.200",
            ["Auth:ServiceKey"] = Key,
        });
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults(new ServiceIdentity(setup.Name, typeof(RunningService).Assembly));
        if (setup.Subscribe is { } subscribe) builder.AddMessaging(subscribe);
        setup.Services?.Invoke(builder);
        var app = builder.Build();
        app.UseServiceDefaults();
        setup.Routes?.Invoke(app);
        await app.StartAsync();
        return new RunningService(app);
    }

    /// <summary>Publishes in one transaction and returns when it is committed.</summary>
    public Task Tell(params IEvent[] events) => Transactions.Run(
        async (scope, ct) =>
        {
            foreach (var one in events) await scope.GetRequiredService<IEvents>().Publish(one, ct);
        },
        CancellationToken.None);

    public async Task Ready() => await Eventually.True(
        async () => (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, "the service is ready",
            TimeSpan.FromSeconds(60));

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, string? token, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http.SendAsync(request);
    }

    public string TokenOf(params string[] roles) => Services.GetRequiredService<InternalTokens>().For("ada", roles);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
