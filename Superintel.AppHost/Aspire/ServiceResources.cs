using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Superintel.AppHost.Local;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>Projects of this repository, told their ports by their own variables and by no others.</summary>
internal static class ServiceResources
{
    public static IResourceBuilder<ProjectResource> Add(IDistributedApplicationBuilder builder, ServicePart part)
    {
        var service = builder
            .AddProject(part.Name, Repository.Find().At(part.Project), options =>
            {
                options.ExcludeLaunchProfile = true;
                options.ExcludeKestrelEndpoints = true;
            })
            .WithEndpoints(part)
            .WithEndpointsInEnvironment(_ => false);
        if (part.Health is { } health)
        {
            // A probe is a health check as well, and the only form of it that reaches Kubernetes. Its patience covers
            // a first start, which migrates the database, and a proxy that accepts before the service listens.
            service
                .WithHttpProbe(
                    ProbeType.Readiness, health.Ready, timeoutSeconds: 3, failureThreshold: 24, endpointName: health.Endpoint)
                .WithHttpProbe(
                    ProbeType.Liveness, health.Live, initialDelaySeconds: 30, timeoutSeconds: 3, endpointName: health.Endpoint);
        }

        return service;
    }
}
