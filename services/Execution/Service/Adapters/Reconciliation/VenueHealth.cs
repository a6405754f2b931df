using Microsoft.Extensions.Diagnostics.HealthChecks;
using Superintel.Execution.Trading.Composite;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>Degraded while a venue waits for its first comparison, or is silent after it: the service works, and nothing is opened
/// there.</summary>
internal sealed class VenueHealth(VenueGate gate, string venue) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((gate.Waiting(venue) ?? gate.Silent(venue)) is { } away
            ? HealthCheckResult.Degraded(away.ToString())
            : HealthCheckResult.Healthy());
}
