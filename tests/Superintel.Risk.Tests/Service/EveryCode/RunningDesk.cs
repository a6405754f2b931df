using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Approval.Service;
using Superintel.Contracts.Events;
using Superintel.Journal.Service.Adapters.Chain.Postgres;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>The real Approval, Risk, Execution and Journal on one broker: what one publishes the others get by the bus.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    private readonly PostgresDatabase database;
    private readonly EmptyExchange exchange;
    private readonly RunningExecution execution;
    private readonly WebApplication approval;
    private readonly WebApplicationFactory<PostgresEntries> journal;
    private readonly HttpClient reader;

    private RunningDesk(
        PostgresDatabase database,
        EmptyExchange exchange,
        RunningExecution execution,
        RunningRisk risk,
        WebApplication approval,
        string prefix,
        string journalStore)
    {
        (this.database, this.exchange, this.execution, this.approval, Risk) = (database, exchange, execution, approval, risk);
        journal = new WebApplicationFactory<PostgresEntries>().WithWebHostBuilder(host => host
            .UseSetting("ConnectionStrings:postgres", journalStore)
            .UseSetting("ConnectionStrings:rabbitmq", TestServers.RabbitMq)
            .UseSetting("Messaging:Prefix", prefix)
            .UseSetting("Logging:LogLevel:Default", "None")
            .UseSetting("Auth:ServiceKey", RunningRisk.Key));
        reader = journal.CreateClient();
        reader.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", risk.Token("vic", Roles.Viewer));
    }

    public RunningRisk Risk { get; }

    public static async Task<RunningDesk> Start()
    {
        var (database, prefix) = (await PostgresDatabase.Create(), BrokerPrefix.New());
        var exchange = await EmptyExchange.Start();
        var execution = await RunningExecution.Start(prefix, settings: exchange.Settings);
        var risk = await RunningRisk.Start(execution.Grpc, prefix: prefix);
        var approval = ApprovalService.Build(
        [
            $"--ConnectionStrings:postgres={await database.RoleOwningSchema("approval")}",
            $"--ConnectionStrings:rabbitmq={TestServers.RabbitMq}",
            $"--Messaging:Prefix={prefix}",
            $"--Auth:ServiceKey={RunningRisk.Key}",
            "--Clock:Mode=Replay",
            "--Logging:LogLevel:Default=None",
            $"--services:risk:grpc:0={risk.Grpc}",
        ]);
        await approval.StartAsync();
        return new RunningDesk(database, exchange, execution, risk, approval, prefix, await database.RoleOwningSchema("journal"));
    }

    /// <summary>Delivers an event to Approval as the bus would.</summary>
    public Task<bool> TellApproval(IEvent happened) =>
        approval.Services.GetRequiredService<IEventDelivery>().Deliver(happened, CancellationToken.None);

    /// <summary>The same to Execution.</summary>
    public Task<bool> TellExecution(IEvent happened) => execution.Tell(happened);

    /// <summary>Waits until Risk has heard of an event that another service published.</summary>
    public async Task RiskHeard(string eventId)
    {
        var source = Risk.Services.GetRequiredService<NpgsqlDataSource>();
        await Eventually.True(
            async () =>
            {
                await using var connection = await source.OpenConnectionAsync();
                return await connection.ExecuteScalarAsync<bool>(
                    "SELECT EXISTS (SELECT FROM inbox WHERE event_id = @eventId)", new { eventId });
            },
            $"Risk has heard of {eventId}");
    }

    /// <summary>Payloads of the journal's events of a kind, newest or oldest first as it lists them.</summary>
    public async Task<IReadOnlyList<JsonElement>> Journal(string kind) =>
    [
        .. (await reader.GetFromJsonAsync<JsonElement>($"/api/journal?kind={kind}&limit=500")).GetProperty("items").EnumerateArray()
            .Select(entry => entry.GetProperty("payload")),
    ];

    /// <summary>The decision's story, as it is explained to a person.</summary>
    public Task<JsonElement> Story(string decision) => reader.GetFromJsonAsync<JsonElement>($"/api/decisions/{decision}");

    /// <summary>Waits until the journal has an event of the kind about the decision, and returns its payload.</summary>
    public async Task<JsonElement> Journaled(string decision, string kind, int count = 1)
    {
        var entries = await Eventually.Get(
            async () => (await reader.GetFromJsonAsync<JsonElement>($"/api/journal?decisionId={decision}&kind={kind}"))
                .GetProperty("items"),
            items => items.GetArrayLength() >= count,
            $"the journal has {count} {kind} of {decision}");
        return entries[0].GetProperty("payload");
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await journal.DisposeAsync();
        await approval.StopAsync();
        await approval.DisposeAsync();
        await Risk.DisposeAsync();
        await execution.DisposeAsync();
        await exchange.DisposeAsync();
        await database.DisposeAsync();
    }
}
