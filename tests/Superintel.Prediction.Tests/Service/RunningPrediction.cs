using System.Net.Http.Headers;
using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests.Service;

/// <summary>The service on real PostgreSQL and RabbitMQ. It waits for a queue that never comes, so that its outbox can be read.</summary>
internal sealed class RunningPrediction : WebApplicationFactory<Program>
{
    private readonly string postgres;
    private readonly string prefix = BrokerPrefix.New();
    private readonly (string Key, string Value)[] settings;

    /// <param name="settings">More configuration, for tests that need some.</param>
    public RunningPrediction(string postgres, params (string Key, string Value)[] settings) =>
        (this.postgres, this.settings) = (postgres, settings);

    public NpgsqlDataSource Source => Services.GetRequiredService<NpgsqlDataSource>();

    public Task<bool> Deliver(IEvent happened) => Services.GetRequiredService<IEventDelivery>().Deliver(happened, CancellationToken.None);

    public HttpClient As(params string[] roles)
    {
        var client = CreateClient();
        var token = Services.GetRequiredService<InternalTokens>().For("somebody", roles);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Events told so far, in order.</summary>
    public async Task<IReadOnlyList<IEvent>> Told()
    {
        await using var connection = await Source.OpenConnectionAsync();
        var rows = await connection.QueryAsync<(string Type, string Payload)>("SELECT type, payload FROM outbox ORDER BY sequence");
        return [.. rows.Select(row => EventJson.Read(row.Type, row.Payload))];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:postgres", postgres);
        builder.UseSetting("ConnectionStrings:rabbitmq", TestServers.RabbitMq);
        builder.UseSetting("Auth:ServiceKey", new string('k', 40));
        builder.UseSetting("Messaging:Prefix", prefix);
        builder.UseSetting("Messaging:AwaitQueues:0", "never");
        builder.UseSetting("Clock:Mode", "replay");
        builder.UseSetting("Prediction:Panel:Bars", "140");
        builder.UseSetting("Prediction:Panel:MissingBars", "5");
        builder.UseSetting("Prediction:Discovery:WindowBars", "120");
        builder.UseSetting("Prediction:Discovery:RefreshBars", "10");
        builder.UseSetting("Prediction:Features:WindowBars", "120");
        builder.UseSetting("Prediction:Features:ZScoreBars", "30");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }
}
