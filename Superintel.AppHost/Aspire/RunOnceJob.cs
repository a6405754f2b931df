using Aspire.Hosting.Kubernetes.Resources;

namespace Superintel.AppHost.Aspire;

/// <summary>A Kubernetes Job: its pod may end, where a Deployment would start it again forever.</summary>
internal sealed class RunOnceJob() : Workload("batch/v1", "Job")
{
    public RunOnceJobSpec Spec { get; } = new();

    public override PodTemplateSpecV1 PodTemplate => Spec.Template;

    public static RunOnceJob From(Workload workload)
    {
        var job = new RunOnceJob { Metadata = workload.Metadata };
        job.Spec.Template = workload.PodTemplate;
        job.Spec.Template.Spec.RestartPolicy = "OnFailure";
        return job;
    }
}
