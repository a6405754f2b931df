using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>LISTENs for commits that wrote to the outbox, whichever instance made them.</summary>
internal sealed partial class OutboxSignal(NpgsqlDataSource source, ServiceIdentity identity, IOptions<MessagingOptions> options,
    ILogger<OutboxSignal> log)
    : BackgroundService
{
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim wake = new(0, 1);

    /// <summary>Returns at the next commit, or when it is time to look anyway.</summary>
    public Task Next(CancellationToken ct) => wake.WaitAsync(options.Value.LookInterval, ct);

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or TimeoutException
                && !stoppingToken.IsCancellationRequested)
            {
                Lost(log, lost.Message);
                await Task.Delay(ReconnectPause, stoppingToken);
            }
        }
    }

    private async Task Listen(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, _) => Wake();
        await using (var listen =
            new NpgsqlCommand($"LISTEN {OutboxChannel.Of(identity)}", connection)) await listen.ExecuteNonQueryAsync(ct);
        // What was committed while nobody listened.
        Wake();
        while (true) await connection.WaitAsync(ct);
    }

    private void Wake()
    {
        // Only this service releases, so a race can at worst find the signal already given.
        if (wake.CurrentCount == 0) wake.Release();
    }

    [LoggerMessage(1101, LogLevel.Warning, "lost the outbox's wake-up connection, connecting again: {Reason}")]
    private static partial void Lost(ILogger logger, string reason);
}
