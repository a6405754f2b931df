using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>One resource for each parameter and part: first what there is, then what it is told, since parts name each other.</summary>
internal static class Resources
{
    public static void AddTo(IDistributedApplicationBuilder builder, FleetDescription fleet)
    {
        var parameters = fleet.Parameters.ToDictionary(
            parameter => parameter.Name, parameter => ParameterResources.Add(builder, parameter), StringComparer.Ordinal);
        var services = fleet.Parts.OfType<ServicePart>().ToDictionary(
            part => part.Name, part => ServiceResources.Add(builder, part), StringComparer.Ordinal);
        var containers = fleet.Parts.OfType<ContainerPart>().ToDictionary(
            part => part.Name, part => ContainerResources.Add(builder, part, parameters), StringComparer.Ordinal);

        var parts = services.Values.Cast<IResourceBuilder<IResourceWithEndpoints>>().Concat(containers.Values)
            .ToDictionary(part => part.Resource.Name, StringComparer.Ordinal);
        var expressions = new Expressions(parameters, parts);
        foreach (var part in fleet.Parts.OfType<ServicePart>())
        {
            Connect(services[part.Name], part, fleet, parts, expressions);
        }

        foreach (var part in fleet.Parts.OfType<ContainerPart>())
        {
            Connect(containers[part.Name], part, fleet, parts, expressions);
        }
    }

    private static void Connect<T>(
        IResourceBuilder<T> resource,
        FleetPart part,
        FleetDescription fleet,
        Dictionary<string, IResourceBuilder<IResourceWithEndpoints>> parts,
        Expressions expressions)
        where T : IResourceWithEnvironment, IResourceWithWaitSupport
    {
        foreach (var (name, value) in part.Environment)
        {
            resource.WithEnvironment(name, expressions.Of(value));
        }

        foreach (var earlier in part.StartAfter)
        {
            if (fleet[earlier] is ContainerPart { RunsOnce: true })
            {
                resource.WaitForCompletion(parts[earlier]);
            }
            else
            {
                resource.WaitFor(parts[earlier]);
            }
        }

        if (part.Optional)
        {
            resource.WithExplicitStart();
        }
    }
}
