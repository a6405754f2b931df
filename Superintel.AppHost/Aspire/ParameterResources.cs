using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>Generated values are kept in the user's secret store, since the volumes they open outlive a run.</summary>
internal static class ParameterResources
{
    public static IResourceBuilder<ParameterResource> Add(IDistributedApplicationBuilder builder, Parameter parameter)
    {
        if (parameter.GeneratedLength == 0)
        {
            return builder.AddParameter(parameter.Name, parameter.Secret).WithDescription(parameter.Description);
        }

        var value = new GenerateParameterDefault { MinLength = parameter.GeneratedLength, Special = false };
        return builder.AddParameter(parameter.Name, value, parameter.Secret, persist: true).WithDescription(parameter.Description);
    }
}
