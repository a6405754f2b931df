using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Approval.Service;
using Superintel.Contracts.Events;
using Superintel.Journal.Service.Adapters.Chain.Postgres;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Service.EveryCode;

/// <summary>The real Approval, Risk and Journal on one broker: what one publishes the others get by the bus.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    private readonly PostgresDatabase database;
    private readonly FakeExecution execution;
    private readonly WebApplication approval;
    private readonly WebApplicationFactory<PostgresEntries> journal;
    private readonly HttpClient reader;

    private RunningDesk(PostgresDatabase database, FakeExecution execution, RunningRisk risk, WebApplication approval, string prefix,
        string journalStore)
    {
        (this.database, this.execution, this.approval, Risk) = (database, execution, approval, risk);
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
        var (database, execution, prefix) = (await PostgresDatabase.Create(), await FakeExecution.Start(), BrokerPrefix.New());
        var risk = await RunningRisk.Start(execution.Address, prefix: prefix);
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
        return new RunningDesk(database, execution, risk, approval, prefix, await database.RoleOwningSchema("journal"));
    }

    /// <summary>Delivers an event to Approval as the bus would.</summary>
    public Task<bool> TellApproval(IEvent happened) =>
        approval.Services.GetRequiredService<IEventDelivery>().Deliver(happened, CancellationToken.None);

    /// <summary>Waits until the journal has an event of the kind about the decision, and returns its payload.</summary>
    public async Task<JsonElement> Journaled(string decision, string kind)
    {
        var entries = await Eventually.Get(
            async () => (await reader.GetFromJsonAsync<JsonElement>($"/api/journal?decisionId={decision}&kind={kind}"))
                .GetProperty("items"),
            items => items.GetArrayLength() > 0,
            $"the journal has {kind} of {decision}");
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
        await database.DisposeAsync();
    }
}
