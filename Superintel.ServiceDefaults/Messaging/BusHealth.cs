using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Superintel.ServiceDefaults.Messaging;

/// <summary>
/// Not ready until the service's queue stood once: whoever publishes before loses events. Afterwards a lost broker only degrades:
/// the outbox holds, and the kill switch must stay reachable.
/// </summary>
internal sealed class BusHealth(IBusControl bus) : IHealthCheck
{
    private volatile bool stoodOnce;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = bus.CheckHealth();
        if (health.Status == BusHealthStatus.Healthy)
        {
            stoodOnce = true;
            return Task.FromResult(HealthCheckResult.Healthy());
        }

        return Task.FromResult(stoodOnce
            ? HealthCheckResult.Degraded("the broker cannot be reached; events wait in the outbox")
            : HealthCheckResult.Unhealthy("the queue is not there yet"));
    }
}
