using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>
/// Ends the service when its bus does not come back although the broker answers, for whoever started it to start it again. MassTransit can
/// hold on to a connection that died while it was made, and then asks it for ever: nothing is lost, but nothing moves either (ADR 0035).
/// </summary>
internal sealed partial class BusWatch(
    IBusControl bus, BrokerQueues queues, ServiceIdentity identity, IOptions<MessagingOptions> options, IHostApplicationLifetime lifetime,
    ILogger<BusWatch> log)
    : BackgroundService
{
    private readonly TimeSpan interval = options.Value.WatchInterval;
    private readonly int patience = options.Value.WatchPatience;

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
            Environment.ExitCode = 1;
            lifetime.StopApplication();
            return;
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

    [LoggerMessage(1104, LogLevel.Critical, "the bus has been away for {Time} though the broker answers: the service ends")]
    private static partial void Stuck(ILogger logger, TimeSpan time);
}
