using System.Net.Http.Headers;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Approval.Service;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Approval.Tests.Service;

/// <summary>The real service on real servers and free ports, with a database of its own and no broker, so that the outbox keeps what
/// it gets.</summary>
internal sealed class RunningApproval : IAsyncDisposable
{
    private const string Key = "a key that only the tests of this repository know";

    private readonly PostgresDatabase database;
    private readonly WebApplication app;
    private readonly HttpClient http;

    private RunningApproval(PostgresDatabase database, WebApplication app)
    {
        (this.database, this.app) = (database, app);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public static async Task<RunningApproval> Start(string risk)
    {
        var database = await PostgresDatabase.Create();
        var app = ApprovalService.Build(
        [
            $"--ConnectionStrings:postgres={await database.RoleOwningSchema("approval")}",
            "--ConnectionStrings:rabbitmq=amqp://nobody:nothing@127.0.0.1:1/",
            $"--Messaging:Prefix={BrokerPrefix.New()}",
            $"--Auth:ServiceKey={Key}",
            "--Clock:Mode=Replay",
            "--Logging:LogLevel:Default=None",
            $"--services:risk:grpc:0={risk}",
        ]);
        await app.StartAsync();
        return new RunningApproval(database, app);
    }

    public string Token(string user, params string[] roles) =>
        app.Services.GetRequiredService<InternalTokens>().For(user, roles);

    /// <summary>Delivers an event as the bus would.</summary>
    public Task<bool> Tell(IEvent happened) => app.Services.GetRequiredService<IEventDelivery>().Deliver(happened, CancellationToken.None);

    public async Task<(int Status, JsonElement Body)> Send(HttpMethod method, string path, string? token, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var reply = await http.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        return ((int)reply.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>Events of the outbox of one type, as ids.</summary>
    public async Task<IReadOnlyList<string>> Outbox(string type)
    {
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        return (await connection.QueryAsync<string>("SELECT event_id FROM outbox WHERE type = @type", new { type })).AsList();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
