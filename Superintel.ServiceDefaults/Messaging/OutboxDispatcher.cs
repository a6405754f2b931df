using Dapper;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>Publishes the outbox in order; a row goes when the broker has confirmed its event.</summary>
internal sealed partial class OutboxDispatcher(
    NpgsqlDataSource source, EventPublisher publisher, OutboxSignal signal, BrokerQueues queues, IOptions<MessagingOptions> options,
        ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    private const string Take = """
        SELECT sequence AS "Sequence", event_id AS "EventId", type AS "Type", payload AS "Payload", traceparent AS "Traceparent"
        FROM outbox ORDER BY sequence LIMIT @size
        """;

    private readonly MessagingOptions options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var awaiting = options.AwaitQueues.Count > 0;
        var pause = options.FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (awaiting) await queues.WaitFor(options.AwaitQueues, stoppingToken);
                awaiting = false;
                if (await Dispatch(stoppingToken) == 0) await signal.Next(stoppingToken);
                pause = options.FirstPause;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, the events are safe in the outbox: say so and try again.
                Held(log, failure.Message, pause);
                await Task.Delay(pause, stoppingToken);
                pause = pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;
            }
        }
    }

    /// <returns>How many events were confirmed.</returns>
    private async Task<int> Dispatch(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // Two instances of a service must not publish side by side: order would be lost.
        var mine = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox'))", cancellationToken: ct));
        if (!mine) return 0;
        var rows = (await connection.QueryAsync<OutboxRow>(
            new CommandDefinition(Take, new { size = options.BatchSize }, cancellationToken: ct))).AsList();
        var confirmed = new List<long>(rows.Count);
        try
        {
            await publisher.Publish(rows, row => confirmed.Add(row.Sequence), ct);
        }
        finally
        {
            if (confirmed.Count > 0) await Forget(connection, transaction, confirmed);
        }

        return confirmed.Count;
    }

    private static async Task Forget(NpgsqlConnection connection, NpgsqlTransaction transaction, List<long> confirmed)
    {
        // Without a token: a stop must not turn confirmed events into repeated ones.
        await connection.ExecuteAsync("DELETE FROM outbox WHERE sequence = ANY(@confirmed)", new { confirmed }, transaction);
        await transaction.CommitAsync(CancellationToken.None);
    }

    [LoggerMessage(1102, LogLevel.Warning, "the outbox holds its events, next try in {Pause}: {Reason}")]
    private static partial void Held(ILogger logger, string reason, TimeSpan pause);
}
