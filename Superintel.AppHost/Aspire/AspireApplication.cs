using Aspire.Hosting;
using Superintel.AppHost.Local;
using Superintel.AppHost.Local.State;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Aspire;

/// <summary>The fleet as an Aspire application: `aspire run` starts it, `aspire publish` writes it for Compose or Kubernetes.</summary>
public static class AspireApplication
{
    /// <summary>Aspire's own tools start a host with options or with nothing; people give it a verb.</summary>
    public static bool IsMeant(IReadOnlyList<string> arguments) =>
        arguments.Count == 0 || (arguments[0].StartsWith("--", StringComparison.Ordinal) && arguments[0] != "--help");

    public static async Task RunAsync(string[] arguments)
    {
        var builder = DistributedApplication.CreateBuilder(arguments);
        Publisher.AddTo(builder);
        Resources.AddTo(builder, Fleet.Describe(Options(builder)));
        await using var application = builder.Build();
        await application.RunAsync();
    }

    private static FleetOptions Options(IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return FleetOptions.Containers;
        }

        var repository = Repository.Find();
        var folder = new StateFolder(repository.At(".superintel", "aspire"));
        folder.Create();
        AdminFile.EnsureIn(folder);
        return new FleetOptions(FleetTarget.AspireRun, folder.Root)
        {
            RepositoryFolder = repository.Root,
            AdminFile = folder.Admin,
        };
    }
}
