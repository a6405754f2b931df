using Aspire.Hosting;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>The fleet as an Aspire application: `aspire run` starts it, `aspire publish` writes it for Compose or Kubernetes.</summary>
public static class AspireApplication
{
    public static async Task RunAsync(string[] arguments)
    {
        var builder = DistributedApplication.CreateBuilder(arguments);
        Publisher.AddTo(builder);
        Resources.AddTo(builder, Fleet.Describe(Options(builder)));
        await using var application = builder.Build();
        await application.RunAsync();
    }

    private static FleetOptions Options(IDistributedApplicationBuilder builder) => builder.ExecutionContext.IsPublishMode
        ? FleetOptions.Containers
        : new FleetOptions(FleetTarget.AspireRun, Path.Combine(Repository.Root, ".superintel", "aspire"))
        {
            RepositoryFolder = Repository.Root,
        };
}
