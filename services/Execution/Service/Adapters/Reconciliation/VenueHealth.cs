using Microsoft.Extensions.Diagnostics.HealthChecks;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>Degraded while a venue waits for its first comparison: the service works, and no order goes there.</summary>
internal sealed class VenueHealth(VenueGate gate, string venue) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(gate.Waiting(venue) is { } waiting
            ? HealthCheckResult.Degraded(waiting.ToString())
            : HealthCheckResult.Healthy());
}
