using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Superintel.ServiceDefaults.Health;

/// <summary>Public: /health/live says the process answers, /health/ready that it can work.</summary>
public static class HealthDefaults
{
    /// <summary>Tag of checks that readiness asks.</summary>
    public const string ReadyTag = "ready-to-work";

    internal static void AddHealthDefaults(this IServiceCollection services)
    {
        services.AddSingleton<PostgresHealth>();
        services.AddHealthChecks().AddCheck<PostgresHealth>("postgres", tags: [ReadyTag], timeout: TimeSpan.FromSeconds(3));
    }

    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/health/live", _ => false);
        Map(routes, "/health/ready", check => check.Tags.Contains(ReadyTag));
    }

    private static void Map(IEndpointRouteBuilder routes, string path, Func<HealthCheckRegistration, bool> which) => routes
        .MapHealthChecks(path, new HealthCheckOptions { Predicate = which, ResponseWriter = Write })
        .AllowAnonymous();

    /// <summary>Public, so it names the checks and their state and nothing more.</summary>
    private static Task Write(HttpContext http, HealthReport report)
    {
        var checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString().ToLowerInvariant());
        return http.Response.WriteAsJsonAsync(new HealthReply(report.Status.ToString().ToLowerInvariant(), checks), http.RequestAborted);
    }
}
