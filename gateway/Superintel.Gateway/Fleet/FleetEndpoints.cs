using System.Text.Json.Nodes;
using Superintel.Gateway.Routing;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Fleet;

/// <summary>How every service stands.</summary>
internal static class FleetEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapFleet(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/system/fleet", Get).RequireAuthorization(Policies.Viewer).WithTags("System").WithSummary("Health and backlog of every service");

    private static async Task<FleetReply> Get(ServiceClients services, CancellationToken ct) =>
        new([.. await Task.WhenAll(RouteTable.Services.Select(service => Ask(services, service, ct))), new FleetPart("gateway", "healthy", "", null)]);

    private static async Task<FleetPart> Ask(ServiceClients services, string service, CancellationToken ct)
    {
        var (health, status) = (
            services.TryGet(service, "/health/ready", Patience, ct), services.TryGet(service, "/api/system/status", Patience, ct));
        await Task.WhenAll(health, status);
        var state = (string?)(await health)?["status"];
        return new FleetPart(service, state ?? "unhealthy", state is null ? "not ready, or it does not answer" : "", await status);
    }

    /// <param name="Parts">Every service, the gateway last.</param>
    internal sealed record FleetReply(IReadOnlyList<FleetPart> Parts);

    /// <param name="Health">healthy, degraded or unhealthy.</param>
    /// <param name="Status">The service's own words: version, clock, backlog; null when it does not answer.</param>
    internal sealed record FleetPart(string Name, string Health, string Detail, JsonNode? Status);
}
