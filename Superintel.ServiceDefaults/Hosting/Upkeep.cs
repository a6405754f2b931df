using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Superintel.ServiceDefaults.Clock;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.ServiceDefaults.Hosting;

/// <summary>Keeps bounded what would grow for ever: remembered event ids, remembered traces, expired partitions.</summary>
internal sealed partial class Upkeep(
    NpgsqlDataSource source, ITimeSeries series, FleetClock clock, IOptions<MessagingOptions> options,
        ILogger<Upkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Once(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                Postponed(log, failure.Message);
            }
        }
    }

    internal async Task Once(CancellationToken ct)
    {
        await series.Expire(clock.GetUtcNow(), ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM inbox WHERE received_at < now() - @keep; DELETE FROM decision_trace WHERE created_at < now() - @keep",
            new { keep = options.Value.RememberEvents },
            cancellationToken: ct));
    }

    [LoggerMessage(1203, LogLevel.Warning, "upkeep failed and is tried again in an hour: {Reason}")]
    private static partial void Postponed(ILogger logger, string reason);
}
