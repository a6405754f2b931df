using Microsoft.Extensions.Diagnostics.HealthChecks;
using Superintel.Execution.Reconciliation;
using Superintel.Execution.Trading.Composite;
using Superintel.Execution.Trading.Paper;
using Superintel.ServiceDefaults.Health;
using Route = Superintel.Execution.Trading.Composite.Route;

namespace Superintel.Execution.Service.Adapters.Reconciliation;

/// <summary>The comparison with the venues: which there are, who compares them, and what readiness says of each.</summary>
internal static class ReconciliationModule
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services, ExecutionOptions options)
    {
        // Paper is always there, routed or not: what was traded at it before is still held there.
        Route[] venues =
        [
            .. options.BrokerRoutes().Venues.Append(PaperBroker.VenueName).Distinct()
                .Select(venue => new Route(venue, options.Accounts.GetValueOrDefault(venue, venue))),
        ];
        services.AddSingleton(new VenueGate(venues, TimeProvider.System.GetUtcNow()));
        var health = services.AddHealthChecks();
        foreach (var (venue, _) in venues)
        {
            health.Add(new HealthCheckRegistration(
                $"venue-{venue}", provider => new VenueHealth(provider.GetRequiredService<VenueGate>(), venue), null,
                [HealthDefaults.ReadyTag]));
        }
        services.AddScoped<AskVenue>()
            .AddScoped<ReconcileOrders>()
            .AddScoped<NoteUnanswered>()
            .AddScoped<ResolveOrders>()
            .AddScoped<MissVenue>()
            .AddScoped<ComparePositions>()
            .AddScoped<AdoptExternalOrders>()
            .AddScoped<AcknowledgeHolding>()
            .AddScoped<VenuePositions>()
            .AddScoped<ReconcileWithVenues>()
            .AddScoped<CompareFirst>();
        services.AddSingleton<OrdersOnTheirWay>().AddSingleton<LastComparisons>()
            .AddSingleton<UnansweredLooks>().AddSingleton<VenueComparison>();
        return services.AddHostedService<ReconciliationGate>().AddHostedService<ReconciliationWatch>();
    }
}
