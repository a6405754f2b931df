using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Superintel.Contracts.Events;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Execution.Service.Adapters.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Service;

/// <summary>The service on real servers: its own schema, its own prefix on the broker.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> factory;
    private readonly HttpClient http;

    public RunningService(
        string postgres,
        string prefix,
        string clockStart = "2000-01-04T00:00:00Z",
        string? stateFolder = null,
        IReadOnlyDictionary<string, IBroker>? venues = null,
        params (string Key, string Value)[] settings)
    {
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => settings
            .Aggregate(
                host.UseSetting("Execution:ReconcileEvery", "01:00:00"), (with, setting) => with.UseSetting(setting.Key, setting.Value))
            .UseSetting("ConnectionStrings:postgres", postgres)
            .UseSetting("ConnectionStrings:rabbitmq", TestServers.RabbitMq)
            .UseSetting("Messaging:Prefix", prefix)
            .UseSetting("Messaging:AwaitQueues:0", "none-such") // what is published stays in the outbox, where a test can count it
            .UseSetting("Auth:ServiceKey", new string('k', 40))
            .UseSetting("Clock:Mode", "replay")
            .UseSetting("Clock:Start", clockStart)
            .UseSetting("Superintel:StateFolder", stateFolder ?? Scratch.Folder("execution"))
            .UseSetting("Execution:Paper:Fees", "none")
            .UseSetting("Execution:Paper:Slippage", "none")
            .ConfigureTestServices(services => Replace(services, venues)));
        http = factory.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(Roles.Viewer));
    }

    public HttpClient Anonymous => factory.CreateClient();

    public ITransactions Transactions => factory.Services.GetRequiredService<ITransactions>();

    public string Token(string role) => factory.Services.GetRequiredService<InternalTokens>().For("tester", [role]);

    public Task<bool> Deliver(IEvent happened) => factory.Services.GetRequiredService<IEventDelivery>().Deliver(happened, default);

    public Contracts.Grpc.ExecutionV1.Trading.TradingClient Grpc(string? role = null) => new(Channel(role ?? Roles.Service));

    public Contracts.Grpc.ExecutionV1.Quotes.QuotesClient Quotes(string? role = null) => new(Channel(role ?? Roles.Service));

    public async Task<bool> DeliverByGrpc(IEvent happened) =>
        (await Grpc().DeliverAsync(new EventDelivery { Type = happened.GetType().Name, Json = EventJson.Write(happened) })).Applied;

    public Task<HttpResponseMessage> Get(string path) => http.GetAsync(path);

    public Task<HttpResponseMessage> Post(string path, string role)
    {
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(role));
        return client.PostAsync(path, null);
    }

    public async Task<IReadOnlyList<JsonElement>> Items(string path) =>
        [.. (await http.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray()];

    public Task Until(string path, Func<IReadOnlyList<JsonElement>, bool> condition, string what) =>
        Eventually.Get(() => Items(path), condition, what);

    private static void Replace(IServiceCollection services, IReadOnlyDictionary<string, IBroker>? venues)
    {
        if (venues is null) return;
        services.RemoveAll<LiveVenue>();
        foreach (var (name, broker) in venues) services.AddSingleton(new LiveVenue(name, broker));
    }

    private GrpcChannel Channel(string role)
    {
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(role));
        return GrpcChannel.ForAddress(client.BaseAddress!, new GrpcChannelOptions { HttpClient = client });
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await factory.DisposeAsync();
    }
}
