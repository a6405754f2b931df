using Aspire.Hosting.Kubernetes.Resources;

namespace Superintel.AppHost.Aspire;

/// <summary>The part of a Job's specification that is used; names follow the API when they are written.</summary>
internal sealed class RunOnceJobSpec
{
    /// <summary>Failed attempts, with growing pauses, before the job is given up.</summary>
    public int BackoffLimit { get; set; } = 20;

    public PodTemplateSpecV1 Template { get; set; } = new();
}
