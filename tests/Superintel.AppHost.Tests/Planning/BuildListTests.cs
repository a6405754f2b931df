using System.Text.Json;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Tests.Planning;

/// <summary>What <c>up</c> builds, eng/fleet.slnf, against what the fleet is.</summary>
public sealed class BuildListTests
{
    private static readonly string[] Listed = Read();

    [Test]
    public void Build_list_names_every_service_of_the_fleet_and_the_programs_beside_it()
    {
        var services = Fleet.Describe(new FleetOptions(FleetTarget.Processes, "/state")).Parts.OfType<ServicePart>();
        string[] beside = ["Superintel.AppHost/Superintel.AppHost.csproj", "gateway/Superintel.Cli/Superintel.Cli.csproj"];
        Assert.That(Listed, Is.SupersetOf(services.Select(service => service.Project).Concat(beside)));
    }

    [Test]
    public void Build_list_names_no_project_that_is_not_there() =>
        Assert.That(Listed.Where(project => !File.Exists(TestKit.Repository.File(project))), Is.Empty);

    private static string[] Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(TestKit.Repository.File("eng/fleet.slnf")));
        return [.. document.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray()
            .Select(project => project.GetString()!)];
    }
}
