using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Contracts.Events;
using Superintel.Journal.Service.Adapters.Chain.Postgres;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Journal.Tests.Service;

/// <summary>The journal service on real servers: its own schema, its own prefix on the broker.</summary>
internal sealed class RunningJournal : IAsyncDisposable
{
    private readonly WebApplicationFactory<PostgresEntries> factory;
    private readonly HttpClient http;

    public RunningJournal(string postgres, string? prefix = null)
    {
        factory = new WebApplicationFactory<PostgresEntries>().WithWebHostBuilder(host => host
            .UseSetting("ConnectionStrings:postgres", postgres)
            .UseSetting("ConnectionStrings:rabbitmq", TestServers.RabbitMq)
            .UseSetting("Messaging:Prefix", prefix ?? BrokerPrefix.New())
            .UseSetting("Auth:ServiceKey", new string('k', 40)));
        http = factory.CreateClient();
        var token = factory.Services.GetRequiredService<InternalTokens>().For("tester", [Roles.Viewer]);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Anonymous => factory.CreateClient();

    public Task Ready() => Eventually.True(
        async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "the journal is ready", TimeSpan.FromSeconds(60));

    public Task<bool> Deliver(IEvent happened) => factory.Services.GetRequiredService<IEventDelivery>().Deliver(happened, default);

    public Task<HttpResponseMessage> Get(string path) => http.GetAsync(path);

    public Task<JsonElement> Json(string path) => http.GetFromJsonAsync<JsonElement>(path);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await factory.DisposeAsync();
    }
}
