using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Superintel.ServiceDefaults.Security;

namespace Superintel.ServiceDefaults.Telemetry;

internal static class TelemetryDefaults
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Sources =
        [FleetTracing.Source.Name, "Microsoft.AspNetCore", "System.Net.Http", "Grpc.Net.Client", "Yarp.ReverseProxy"];

    private static readonly string[] Meters =
    [
        FleetMeters.Name, "Superintel.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
            "Microsoft.AspNetCore.Authentication",
        "System.Net.Http", "System.Runtime", "Npgsql", "Yarp.ReverseProxy",
    ];

    public static void AddTelemetryDefaults(this WebApplicationBuilder builder, ServiceIdentity identity)
    {
        builder.Services.AddSingleton<FleetMeters>();
        var prometheus = new PrometheusExporter();
        builder.Services.AddSingleton(prometheus);
        // Always on, exporter or not: trace ids go into the journal.
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(identity.Name, "superintel", identity.Version))
            .WithTracing(tracing => tracing.SetSampler(new AlwaysOnSampler()).AddSource(Sources))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddReader(prometheus.Reader));
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint])) return;
        builder.Logging.AddOpenTelemetry(logging => logging.IncludeFormattedMessage = logging.IncludeScopes = true);
        telemetry.UseOtlpExporter();
    }

    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes
        .MapGet("/metrics", (PrometheusExporter exporter) => Results.Text(exporter.Collect(), PrometheusText.ContentType))
        .RequireAuthorization(Policies.ViewerOrService)
        .ExcludeFromDescription();
}
