using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Superintel.Gateway.RateLimits;
using Superintel.ServiceDefaults;
using Superintel.ServiceDefaults.Hosting;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Fleet;

/// <summary>GET /api/system/fleet.</summary>
internal static class FleetEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapFleet(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/system/fleet", Get).RequireAuthorization(Policies.Viewer).WithTags("System")
            .WithSummary("How every part of the fleet stands");

    private static async Task<FleetView> Get(
        ServiceClient services, HealthCheckService health, SharedCounter redis, ServiceIdentity identity, IConfiguration configuration,
            CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Patience);
        var asked = services.Known.Select(service => Ask(services, service, deadline.Token, ct)).ToList();
        var own = await health.CheckHealthAsync(check => check.Tags.Count > 0, ct);
        var parts = new List<FleetPart>(await Task.WhenAll(asked));
        parts.Add(new FleetPart("gateway", Name(own.Status), Version: identity.Version, Now: TimeProvider.System.GetUtcNow()));
        parts.Add(new FleetPart("postgres",
            Name(own.Entries.TryGetValue("postgres", out var postgres) ? postgres.Status : HealthStatus.Unhealthy)));
        parts.Add(new FleetPart("rabbitmq", own.Entries.TryGetValue("bus", out var bus)
            && bus.Status == HealthStatus.Healthy ? "healthy" : "unhealthy"));
        parts.Add(new FleetPart("redis", redis.IsConnected ? "healthy" : "unhealthy",
            redis.IsConnected ? null : "rate limits are kept per gateway meanwhile"));
        return new FleetView(parts, configuration["Dashboard:Url"]);
    }

    private static async Task<FleetPart> Ask(ServiceClient services, string service, CancellationToken deadline, CancellationToken caller)
    {
        try
        {
            using var ready = await services.Get(service, "/health/ready", deadline);
            var health = await ready.Content.ReadFromJsonAsync<JsonElement>(deadline);
            var state = health.GetProperty("status").GetString() ?? "unhealthy";
            var ailing = health.GetProperty("checks").EnumerateObject().Where(check => check.Value.GetString() != "healthy")
                .Select(check => check.Name).ToList();
            using var answer = await services.Get(service, "/api/system/status", deadline);
            if (!answer.IsSuccessStatusCode) return new FleetPart(service, state, string.Join(", ", ailing));
            var status = (await answer.Content.ReadFromJsonAsync<ServiceStatus>(deadline))!;
            return new FleetPart(
                service, state, ailing.Count == 0 ? null : string.Join(", ", ailing), status.Version, status.StartedAt, status.Now,
                status.OutboxPending, status.OutboxOldestSeconds, status.DeadMessages, status.QueueDepth);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException
            && !caller.IsCancellationRequested)
        {
            return new FleetPart(service, "unreachable", failure is OperationCanceledException ? "no answer in time" : "no connection");
        }
    }

    private static string Name(HealthStatus status) => status.ToString().ToLowerInvariant();
}
