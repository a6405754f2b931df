using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>
/// Ends the service when its bus does not come back although the broker answers, for whoever started it to start it again. MassTransit can
/// hold on to a connection that died while it was made, and then asks it for ever: nothing is lost, but nothing moves either (ADR 0035).
/// The same when a message that all later ones wait for does not come (ADR 0037).
/// </summary>
internal sealed partial class BusWatch(
    IBusControl bus, BrokerQueues queues, ArrivalOrder arrivals, ServiceIdentity identity, IOptions<MessagingOptions> options,
    IHostApplicationLifetime lifetime, ILogger<BusWatch> log)
    : BackgroundService
{
    private readonly TimeSpan interval = options.Value.WatchInterval;
    private readonly int patience = options.Value.WatchPatience;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval);
        var (stoodOnce, ailing, missing) = (false, 0, (ulong?)null);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var (before, stands) = (missing, bus.CheckHealth().Status == BusHealthStatus.Healthy);
            missing = arrivals.Missing;
            var isHealthy = stands && (missing is null || missing != before);
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

    [LoggerMessage(1105, LogLevel.Critical, "the bus has been away or stuck for {Time} though the broker answers: the service ends")]
    private static partial void Stuck(ILogger logger, TimeSpan time);
}
