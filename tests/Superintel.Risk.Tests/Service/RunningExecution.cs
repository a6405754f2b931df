using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Contracts.Events;
using Superintel.Execution.Service;
using Superintel.ServiceDefaults.Messaging;
using Superintel.TestKit;

namespace Superintel.Risk.Tests.Service;

/// <summary>The real Execution with the venue of the paper, on real servers and free ports.</summary>
internal sealed class RunningExecution : IAsyncDisposable
{
    private readonly PostgresDatabase database;
    private readonly WebApplication app;

    private RunningExecution(PostgresDatabase database, WebApplication app, string folder) =>
        (this.database, this.app, StateFolder) = (database, app, folder);

    /// <summary>Where gRPC listens: the second listener.</summary>
    public string Grpc => app.Urls.Last();

    public string StateFolder { get; }

    /// <param name="rabbitMq">Null: the test servers' broker.</param>
    /// <param name="postgresPort">Null: straight to the test servers' PostgreSQL.</param>
    /// <param name="settings">Further arguments of the command line.</param>
    public static async Task<RunningExecution> Start(
        string prefix, string? rabbitMq = null, int? postgresPort = null, params string[] settings)
    {
        var database = await PostgresDatabase.Create();
        var store = new NpgsqlConnectionStringBuilder(await database.RoleOwningSchema("execution")) { Timeout = 2 };
        if (postgresPort is { } port) (store.Host, store.Port) = ("127.0.0.1", port);
        var folder = Directory.CreateTempSubdirectory("execution").FullName;
        var app = ExecutionService.Build(
        [
            $"--ConnectionStrings:postgres={store.ConnectionString}",
            $"--ConnectionStrings:rabbitmq={rabbitMq ?? TestServers.RabbitMq}",
            $"--Messaging:Prefix={prefix}",
            $"--Auth:ServiceKey={RunningRisk.Key}",
            $"--Superintel:StateFolder={folder}",
            "--Clock:Mode=Replay",
            "--Grpc:Port=0",
            "--Logging:LogLevel:Default=None",
            "--Execution:Paper:Fees=none",
            "--Execution:Paper:Slippage=none",
            .. settings,
        ]);
        await app.StartAsync();
        return new RunningExecution(database, app, folder);
    }

    /// <summary>Delivers an event as the bus would.</summary>
    public Task<bool> Tell(IEvent happened) => app.Services.GetRequiredService<IEventDelivery>().Deliver(happened, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
