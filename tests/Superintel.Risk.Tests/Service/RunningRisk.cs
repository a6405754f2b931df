using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Contracts.Events;
using Superintel.Risk.Service;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Service;

/// <summary>The real service on real servers and free ports, with a database and a broker prefix of its own.</summary>
internal sealed class RunningRisk : IAsyncDisposable
{
    public const string Key = "a key that only the tests of this repository know";

    private readonly PostgresDatabase database;
    private readonly WebApplication app;
    private readonly HttpClient http;

    private RunningRisk(PostgresDatabase database, WebApplication app)
    {
        (this.database, this.app) = (database, app);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public IServiceProvider Services => app.Services;

    /// <summary>Where gRPC listens: the second listener.</summary>
    public string Grpc => app.Urls.Last();

    /// <summary>Where the service keeps files; its own unless one was given.</summary>
    public string StateFolder { get; private init; } = "";

    /// <param name="rabbitMq">Null: the test servers' broker.</param>
    /// <param name="postgresPort">Null: straight to the test servers' PostgreSQL.</param>
    /// <param name="holdEvents">True: what is published stays in the outbox, where a test can count it.</param>
    /// <param name="settings">Further arguments of the command line.</param>
    /// <param name="prefix">Null: alone on the broker; otherwise with every service of the same prefix.</param>
    public static async Task<RunningRisk> Start(
        string execution, string? rabbitMq = null, int? postgresPort = null, string? stateFolder = null, bool holdEvents = false,
        string? prefix = null, params string[] settings)
    {
        var database = await PostgresDatabase.Create();
        var store = new NpgsqlConnectionStringBuilder(await database.RoleOwningSchema("risk")) { Timeout = 2 };
        if (postgresPort is { } port) (store.Host, store.Port) = ("127.0.0.1", port);
        var folder = stateFolder ?? Scratch.Folder("risk");
        var app = RiskService.Build(
        [
            $"--ConnectionStrings:postgres={store.ConnectionString}",
            $"--Superintel:StateFolder={folder}",
            $"--ConnectionStrings:rabbitmq={rabbitMq ?? TestServers.RabbitMq}",
            $"--Messaging:Prefix={prefix ?? BrokerPrefix.New()}",
            $"--Auth:ServiceKey={Key}",
            "--Clock:Mode=Replay",
            "--Grpc:Port=0",
            "--Logging:LogLevel:Default=None",
            $"--services:execution:grpc:0={execution}",
            .. settings,
            .. holdEvents ? ["--Messaging:AwaitQueues:0=nobody"] : Array.Empty<string>(),
        ]);
        await app.StartAsync();
        return new RunningRisk(database, app) { StateFolder = folder };
    }

    public string Token(string user, params string[] roles) => Services.GetRequiredService<InternalTokens>().For(user, roles);

    /// <summary>Delivers an event as the bus would.</summary>
    public Task<bool> Tell(IEvent happened) => Services.GetRequiredService<IEventDelivery>().Deliver(happened, CancellationToken.None);

    public async Task<(int Status, JsonElement Body)> Send(HttpMethod method, string path, string? token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is string raw) request.Content = new StringContent(raw, new MediaTypeHeaderValue("application/json"));
        else if (body is not null) request.Content = JsonContent.Create(body);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var reply = await http.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        return ((int)reply.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>Ids of the events that wait in the outbox, in order.</summary>
    public async Task<IReadOnlyList<string>> Outbox()
    {
        await using var connection = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        return (await connection.QueryAsync<string>("SELECT event_id FROM outbox ORDER BY 1")).AsList();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
