using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.Service;
using Superintel.ServiceDefaults;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.Service;

/// <summary>The whole service in this process, on real servers.</summary>
internal sealed class RunningIngestion : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private RunningIngestion(WebApplication app)
    {
        this.app = app;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public static async Task<RunningIngestion> Start(string postgres, IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:postgres"] = postgres,
            ["ConnectionStrings:rabbitmq"] = TestServers.RabbitMq,
            ["Messaging:Prefix"] = BrokerPrefix.New(),
            ["Auth:ServiceKey"] = "a key that only the tests of this repository know",
            ["Grpc:Port"] = "0",
            ["Clock:Mode"] = "replay",
            ["Data:Folder"] = Repository.File("data/sample"),
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults(new ServiceIdentity("ingestion", typeof(IngestionService).Assembly));
        builder.AddMessaging(bus => bus.Subscribe<SliceScored>().Subscribe<SliceExecuted>().Subscribe<ProposalCreated>()
            .Subscribe<ProposalDeclined>());
        builder.Services.AddIngestion(builder.Configuration);
        builder.AddIngestionBooks();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapIngestionApiV1();
        await app.StartAsync();
        return new RunningIngestion(app);
    }

    public string Token(params string[] roles) => app.Services.GetRequiredService<InternalTokens>().For("ada", roles);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? role = "viewer", HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (role is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(role));
        return await http.SendAsync(request);
    }

    public async Task<JsonNode> Get(string path)
    {
        using var response = await Send(HttpMethod.Get, path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, $"GET {path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public async Task<(int Status, JsonNode Body)> Post(string path, HttpContent content, string role = "trader")
    {
        using var response = await Send(HttpMethod.Post, path, role, content);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public static StringContent Csv(params string[] lines) => new(string.Join('\n', lines), Encoding.UTF8, "text/csv");

    public static StringContent Json(object body) =>
        new(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");

    /// <summary>As if the bus had brought it.</summary>
    public Task<bool> Deliver(IEvent happened) =>
        app.Services.GetRequiredService<IEventDelivery>().Deliver(happened, CancellationToken.None);

    public GrpcChannel Grpc()
    {
        var credentials = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("authorization", $"Bearer {Token("service")}");
            return Task.CompletedTask;
        });
        return GrpcChannel.ForAddress(app.Urls.Last(), new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, credentials),
            UnsafeUseInsecureChannelCallCredentials = true,
        });
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    /// <summary>Waits until so many slices are out.</summary>
    public Task Published(long slices) => Eventually.True(
        async () => await Scalar<long?>("SELECT published FROM replay") >= slices, $"{slices} slices are out");

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
