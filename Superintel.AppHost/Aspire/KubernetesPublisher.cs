using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>Kubernetes by a Helm chart: claimed storage, probes for the servers, a job for what runs once, venues scaled to none.</summary>
internal static class KubernetesPublisher
{
    public static void AddTo(IDistributedApplicationBuilder builder) =>
        builder.AddKubernetesEnvironment("kubernetes").WithProperties(environment =>
        {
            // The default, an empty directory, forgets the database with its pod.
            environment.DefaultStorageType = "pvc";
            environment.DefaultStorageSize = "20Gi";
        });

    public static void Refine(IResourceBuilder<ContainerResource> container, ContainerPart part) =>
        container.PublishAsKubernetesService(resource =>
        {
            if (part.RunsOnce && resource.Workload is { } workload)
            {
                resource.Workload = RunOnceJob.From(workload);
            }

            if (part.Optional && resource.Workload is Deployment deployment)
            {
                deployment.Spec.Replicas = 0;
            }

            if (part.HealthCommand.Count > 0)
            {
                Probe(resource, part.HealthCommand);
            }
        });

    private static void Probe(KubernetesResource resource, IReadOnlyList<string> command)
    {
        foreach (var container in resource.Workload?.PodTemplate.Spec.Containers ?? [])
        {
            var exec = new ExecActionV1();
            exec.Command.AddRange(command);
            container.ReadinessProbe = new ProbeV1
            {
                Exec = exec,
                InitialDelaySeconds = 5,
                PeriodSeconds = 5,
                TimeoutSeconds = 5,
                FailureThreshold = 12,
            };
        }
    }
}
