using System.Text.Json;
using System.Text.RegularExpressions;
using Superintel.AppHost.Manifest;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Tests.Description;

/// <summary>Whom a service asks, by its own sources, against whose addresses each form of the fleet tells it.</summary>
public sealed partial class AddressTests
{
    private const string Gateway = "gateway";
    private static readonly FleetTarget[] Targets = Enum.GetValues<FleetTarget>();

    [Test]
    public void Sources_say_whom_they_ask() => Assert.That(
        Describe(FleetTarget.Processes).Parts.OfType<ServicePart>().Where(service => service.Name != Gateway)
            .SelectMany(service => Asked(service), (service, asked) => (service.Name, asked)),
        Is.EquivalentTo(new[]
        {
            ("approval", "risk/grpc"), ("ingestion", "execution/grpc"), ("ingestion", "risk/grpc"), ("risk", "execution/grpc"),
        }));

    [TestCaseSource(nameof(Targets))]
    public void Every_service_is_told_the_address_of_everyone_that_it_asks(FleetTarget target)
    {
        foreach (var service in Describe(target).Parts.OfType<ServicePart>())
        {
            var told = service.Environment.ToDictionary(variable => variable.Key, variable => variable.Value.Text);
            Assert.That(Addresses(service), Is.SubsetOf(told), service.Name);
        }
    }

    [TestCaseSource(nameof(Targets))]
    public void Nobody_is_told_of_a_service_that_it_does_not_ask(FleetTarget target)
    {
        foreach (var service in Describe(target).Parts.OfType<ServicePart>())
        {
            var told = service.Environment.Keys.Where(key => key.StartsWith("services__", StringComparison.Ordinal));
            Assert.That(
                told.Select(key => key.Split("__")[1]).Distinct(),
                Is.EquivalentTo(Asked(service).Select(asked => asked.Split('/')[0]).Distinct()), service.Name);
        }
    }

    [Test]
    public void Manifest_carries_every_address()
    {
        var fleet = Describe(FleetTarget.Containers);
        using var manifest = JsonDocument.Parse(AspireManifest.Write(fleet));
        foreach (var service in fleet.Parts.OfType<ServicePart>())
        {
            var environment = manifest.RootElement.GetProperty("resources").GetProperty(service.Name).GetProperty("env");
            var written = environment.EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString()!);
            Assert.That(Addresses(service), Is.SubsetOf(written), service.Name);
        }
    }

    [TestCase("execution", "Execution__Ibkr")]
    [TestCase("ingestion", "Ibkr__Gateway")]
    public void Who_speaks_to_IB_is_told_its_container_where_there_is_one(string name, string section)
    {
        foreach (var target in new[] { FleetTarget.AspireRun, FleetTarget.Containers })
        {
            var told = Describe(target)[name].Environment;
            Assert.That(
                (told[$"{section}__Host"].Text, told[$"{section}__Port"].Text),
                Is.EqualTo(("{ibkr.bindings.api.host}", "{ibkr.bindings.api.port}")));
        }

        Assert.That(Describe(FleetTarget.Processes)[name].Environment.Keys, Has.None.Contains("Ibkr"), "a person's own settings say where");
    }

    private static FleetDescription Describe(FleetTarget target) => Fleet.Describe(new FleetOptions(target, "/state"));

    private static Dictionary<string, string> Addresses(ServicePart service) => Asked(service).Select(asked => asked.Split('/'))
        .ToDictionary(asked => $"services__{asked[0]}__{asked[1]}__0", asked => $"{{{asked[0]}.bindings.{asked[1]}.url}}");

    /// <returns>Each once, as service/endpoint.</returns>
    private static IReadOnlyList<string> Asked(ServicePart service)
    {
        var folder = Path.GetDirectoryName(TestKit.Repository.File(service.Project))!;
        var asked = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            var source = File.ReadAllText(file);
            var clients = Client().Matches(source);
            Assert.That(clients, Has.Count.EqualTo(AnyClient().Count(source)), $"{file} names a service in a way that is not read here");
            asked.UnionWith(clients.Select(client => client.Groups["service"].Value + "/grpc"));
            if (service.Name == Gateway) asked.UnionWith(Route().Matches(source).Select(route => route.Groups["service"].Value + "/http"));
        }

        return [.. asked];
    }

    [GeneratedRegex(@"AddGrpcClientTo<[\w.]+>\(""(?<service>[a-z]+)""\)")]
    private static partial Regex Client();

    [GeneratedRegex("AddGrpcClientTo<")]
    private static partial Regex AnyClient();

    // A row of the gateway's table of routes.
    [GeneratedRegex(@"(?:Read|new)\(""(?<service>[a-z]+)"", ""(?:[A-Z]+"", "")?/api/")]
    private static partial Regex Route();
}
