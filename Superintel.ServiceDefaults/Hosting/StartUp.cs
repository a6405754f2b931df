using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Superintel.ServiceDefaults.Clock;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.ServiceDefaults.Hosting;

/// <summary>Before anything else starts: the schema is brought up to date and the clock set. Waits a while for a store that is not up
/// yet.</summary>
internal sealed partial class StartUp(NpgsqlDataSource source, ServiceIdentity identity, FleetClock clock, ILogger<StartUp> log)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                var applied = await Migrator.Run(source, identity.Name, identity.Assembly, cancellationToken);
                await StoredClock.Load(clock, source, cancellationToken);
                Ready(log, identity.Name, identity.Version, applied);
                return;
            }
            catch (NpgsqlException failure) when (failure.IsTransient && TimeProvider.System.GetElapsedTime(begun) < Patience)
            {
                Waiting(log, failure.Message);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1201, LogLevel.Information, "{Service} {Version}: {Applied} migrations applied")]
    private static partial void Ready(ILogger logger, string service, string version, int applied);

    [LoggerMessage(1202, LogLevel.Warning, "waiting for PostgreSQL: {Reason}")]
    private static partial void Waiting(ILogger logger, string reason);
}
