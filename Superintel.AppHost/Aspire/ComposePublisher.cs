using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources;
using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>Docker Compose: published ports on loopback only, servers with health checks that others wait for.</summary>
internal static class ComposePublisher
{
    private const string StartedOnly = "service_started";

    public static void AddTo(IDistributedApplicationBuilder builder) =>
        builder.AddDockerComposeEnvironment("compose").ConfigureComposeFile(Finish);

    public static void Refine(IResourceBuilder<ContainerResource> container, ContainerPart part) =>
        container.PublishAsDockerComposeService((_, service) =>
        {
            service.Restart = part.RunsOnce ? "on-failure" : "unless-stopped";
            if (part.Optional)
            {
                service.Profiles.Add("venues");
            }

            if (part.HealthCommand.Count > 0)
            {
                service.Healthcheck = new Healthcheck
                {
                    Test = ["CMD", .. part.HealthCommand],
                    Interval = "5s",
                    Timeout = "5s",
                    StartPeriod = "30s",
                    Retries = 12,
                };
            }
        });

    private static string OnLoopback(string port) => port.Contains(':') ? $"127.0.0.1:{port}" : $"127.0.0.1::{port}";

    private static void Finish(ComposeFile file)
    {
        foreach (var service in file.Services.Values)
        {
            // Without an address Docker would open the port on every network of the machine.
            service.Ports = [.. service.Ports.Select(OnLoopback)];
            foreach (var (name, dependency) in service.DependsOn)
            {
                if (dependency.Condition == StartedOnly && file.Services[name].Healthcheck is not null)
                {
                    dependency.Condition = "service_healthy";
                }
            }
        }
    }
}
