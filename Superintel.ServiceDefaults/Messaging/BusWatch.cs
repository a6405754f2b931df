using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>
/// Starts the bus anew when it does not come back by itself although the broker answers. MassTransit can hold on to a connection that died
/// while it was made, and then asks it for ever: nothing is lost, but nothing moves either.
/// </summary>
internal sealed partial class BusWatch(
    IBusControl bus, BrokerQueues queues, ServiceIdentity identity, IOptions<MessagingOptions> options, IHostApplicationLifetime lifetime,
        ILogger<BusWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan RestartWithin = TimeSpan.FromSeconds(30);
    private readonly TimeSpan interval = options.Value.WatchInterval;
    private readonly int patience = options.Value.WatchPatience;

    /// <summary>Stops the bus and starts it; ends the service when that fails, for whoever started it to start it again.</summary>
    internal async Task Restart(CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(RestartWithin);
        try
        {
            await bus.StopAsync(deadline.Token);
            await bus.StartAsync(deadline.Token);
            Restarted(log);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            GaveUp(log, failure);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval);
        var (stoodOnce, ailing) = (false, 0);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var isHealthy = bus.CheckHealth().Status == BusHealthStatus.Healthy;
            stoodOnce |= isHealthy;
            ailing = isHealthy || !stoodOnce || !await BrokerAnswers(stoppingToken) ? 0 : ailing + 1;
            if (ailing < patience) continue;
            Stuck(log, interval * ailing);
            await Restart(stoppingToken);
            ailing = 0;
        }
    }

    private async Task<bool> BrokerAnswers(CancellationToken ct)
    {
        try
        {
            await queues.Depth(identity.Name, ct);
            return true;
        }
        catch (Exception failure) when (
            failure is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException or IOException)
        {
            return false;
        }
    }

    [LoggerMessage(1104, LogLevel.Warning, "the bus has been away for {Time} though the broker answers: it is started anew")]
    private static partial void Stuck(ILogger logger, TimeSpan time);

    [LoggerMessage(1105, LogLevel.Information, "the bus runs again")]
    private static partial void Restarted(ILogger logger);

    [LoggerMessage(1106, LogLevel.Critical, "the bus could not be started anew; the service ends")]
    private static partial void GaveUp(ILogger logger, Exception failure);
}
