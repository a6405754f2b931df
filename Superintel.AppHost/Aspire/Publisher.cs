using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>Where a published fleet goes: Superintel:PublishTo is compose (the default) or kubernetes.</summary>
internal static class Publisher
{
    private const string Setting = "Superintel:PublishTo";

    public static void AddTo(IDistributedApplicationBuilder builder)
    {
        if (!builder.ExecutionContext.IsPublishMode)
        {
            return;
        }

        switch (builder.Configuration[Setting] ?? "compose")
        {
            case "compose":
                ComposePublisher.AddTo(builder);
                break;
            case "kubernetes":
                KubernetesPublisher.AddTo(builder);
                break;
            case var other:
                throw new InvalidOperationException($"{Setting} is '{other}'; it can be compose or kubernetes.");
        }
    }

    /// <summary>Says what the publishers would otherwise leave out; each reads only its own.</summary>
    public static void Refine(IResourceBuilder<ContainerResource> container, ContainerPart part)
    {
        ComposePublisher.Refine(container, part);
        KubernetesPublisher.Refine(container, part);
    }
}
