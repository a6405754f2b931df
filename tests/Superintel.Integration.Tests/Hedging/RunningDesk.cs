using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Approval.Service;
using Superintel.Contracts.Events;
using Superintel.Execution.Service;
using Superintel.Journal.Service;
using Superintel.Risk.Service;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.Hedging;

/// <summary>Approval, risk, execution with the paper broker, and the journal on real servers, talking over one broker and gRPC.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    // Nothing may leave before all can hear it. Five, because a settings file that lies beside the tests names as many.
    private static readonly string[] Awaited =
        [.. new[] { "journal", "execution", "risk", "approval", "approval" }.Select((one, i) => $"--Messaging:AwaitQueues:{i}={one}")];

    private readonly Dictionary<string, (WebApplication App, HttpClient Http)> services = new(StringComparer.Ordinal);
    private readonly PostgresDatabase database;
    private readonly string prefix = BrokerPrefix.New();
    private readonly string folder = Scratch.Folder("hedge");

    private RunningDesk(PostgresDatabase database) => this.database = database;

    public static async Task<RunningDesk> Start()
    {
        var desk = new RunningDesk(await PostgresDatabase.Create());
        await desk.Add("journal", JournalService.Build);
        var execution = await desk.Add("execution", ExecutionService.Build);
        var risk = await desk.Add("risk", RiskService.Build, $"--services:execution:grpc:0={execution}");
        await desk.Add("approval", ApprovalService.Build, $"--services:risk:grpc:0={risk}");
        foreach (var listed in HedgeMarket.Listed) await desk.Tell(listed, "execution", "risk");
        for (var day = 1; day <= HedgeMarket.Days; day++) await desk.Tell(HedgeMarket.Bar(day), "risk");
        await desk.Tell(HedgeMarket.Bar(HedgeMarket.Days), "execution", "approval");
        await desk.Tell(HedgeMarket.Fill("d0", 0, "buy", 800m), "risk");
        await desk.Tell(HedgeMarket.Fill("d0", 1, "sell", 200m), "risk");
        return desk;
    }

    /// <summary>Delivers what comes from outside these four, to each that hears of it.</summary>
    public async Task Tell(IEvent happened, params string[] names)
    {
        foreach (var name in names)
        {
            await services[name].App.Services.GetRequiredService<IEventDelivery>().Deliver(happened, CancellationToken.None);
        }
    }

    /// <summary>The next slice, at which the paper broker fills.</summary>
    public Task Bar(int day) => Tell(HedgeMarket.Bar(day), "execution", "risk", "approval");

    public Task<(int Status, JsonElement Body)> Get(string service, string path) => Send(service, HttpMethod.Get, path, "vic", "viewer");

    public Task<(int Status, JsonElement Body)> Post(string service, string path, string user, string role, object body) =>
        Send(service, HttpMethod.Post, path, user, role, body);

    public async Task<(int Status, JsonElement Body)> Send(
        string service, HttpMethod method, string path, string user, string role, object? body = null)
    {
        var (app, http) = services[service];
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        var token = app.Services.GetRequiredService<InternalTokens>().For(user, [role]);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var reply = await http.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        return ((int)reply.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (app, http) in services.Values.Reverse())
        {
            http.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    /// <returns>Where its gRPC listens.</returns>
    private async Task<string> Add(string name, Func<string[], WebApplication> build, params string[] more)
    {
        var app = build(
        [
            $"--ConnectionStrings:postgres={await database.RoleOwningSchema(name)}",
            $"--ConnectionStrings:rabbitmq={TestServers.RabbitMq}",
            $"--Superintel:StateFolder={Path.Combine(folder, name)}",
            $"--Messaging:Prefix={prefix}",
            "--Auth:ServiceKey=a key that only the tests of this repository know",
            "--Clock:Mode=Replay",
            "--Grpc:Port=0",
            .. Awaited,
            "--Logging:LogLevel:Default=None",
            "--Execution:Paper:Fees=none",
            "--Execution:Paper:Slippage=none",
            .. more,
        ]);
        Directory.CreateDirectory(Path.Combine(folder, name));
        await app.StartAsync();
        services.Add(name, (app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) }));
        return app.Urls.Last();
    }
}
