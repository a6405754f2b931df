using Superintel.AppHost.Description;
using Superintel.AppHost.Local.Control;
using Superintel.AppHost.Local.Hosting;
using Superintel.AppHost.Local.State;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Local.Planning;

/// <summary>Turns the description of the fleet into processes of this machine.</summary>
public static class LocalFleet
{
    private const string Gateway = "gateway";
    private const string Dashboard = "dashboard";

    /// <exception cref="FleetException">Something has not been built, a wanted port is taken, or the folder is of another mode.</exception>
    public static FleetPlan Plan(FleetRequest request, Action<string> say)
    {
        var options = new FleetOptions(FleetTarget.Processes, request.Folder.Root) { GatewayPort = request.WantedPorts[Gateway] };
        var description = Fleet.Describe(options);
        var present = description.Parts.Where(part => IsPresent(part, request.Repository, say)).ToArray();
        FleetMode.Claim(request.Folder, request.Live);
        AdminFile.EnsureIn(request.Folder);
        var addresses = Addresses.Settle(present, new PortBook(request.Folder, request.WantedPorts, say));
        var secrets = Secrets.Of(request.Folder);
        var values = new LocalValues(description.Parameters, addresses, secrets);
        var roles = description.Parts.OfType<ServicePart>().Select(service => service.DatabaseRole)
            .ToDictionary(role => role, role => values.Parameter(ServiceEnvironment.DatabasePassword(role)), StringComparer.Ordinal);
        var parts = new LocalParts(request, addresses, values, roles);
        var urls = Urls(addresses, values);
        return new FleetPlan([.. present.Select(part => parts.Of(part, urls))], urls);
    }

    private static FleetUrls Urls(Addresses addresses, LocalValues values) => new(
        addresses.Url(Gateway, "http"),
        addresses.Knows(Dashboard) ? $"{addresses.Url(Dashboard, "http")}/login?t={values.Parameter("dashboard-token")}" : null);

    private static bool IsPresent(FleetPart part, Repository repository, Action<string> say)
    {
        if (part is not ToolPart tool || File.Exists(repository.At(tool.Executable)))
            return true;
        say($"{tool.Name}: left out, {tool.Executable} is missing (`dotnet run eng/feed/build.cs` fetches it)");
        return false;
    }
}
