using Superintel.AppHost.Model;

namespace Superintel.AppHost.Tests.Description;

public sealed class FleetTests
{
    private static readonly FleetTarget[] Targets = Enum.GetValues<FleetTarget>();

    [TestCaseSource(nameof(Targets))]
    public void Every_placeholder_names_something_that_the_fleet_has(FleetTarget target)
    {
        var fleet = Describe(target);
        var known = fleet.Parameters.Select(parameter => parameter.Name)
            .Concat(fleet.Parts.SelectMany(part => part.Endpoints, (part, endpoint) => $"{part.Name}/{endpoint.Name}"));
        var used = from part in fleet.Parts
                   from variable in part.Environment.Values
                   from place in variable.Segments.Select(segment => segment.Placeholder).OfType<Placeholder>()
                   select place.Endpoint is null ? place.Owner : $"{place.Owner}/{place.Endpoint}";

        Assert.That(used.Distinct(), Is.SubsetOf(known.ToList()));
    }

    [TestCaseSource(nameof(Targets))]
    public void Every_part_can_start_after_those_it_waits_for(FleetTarget target)
    {
        var fleet = Describe(target);
        var started = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < fleet.Parts.Count; round++)
        {
            started.UnionWith(fleet.Parts.Where(part => part.StartAfter.All(started.Contains)).Select(part => part.Name));
        }

        Assert.That(started, Is.EquivalentTo(fleet.Parts.Select(part => part.Name)));
    }

    [TestCaseSource(nameof(Targets))]
    public void Nobody_waits_for_what_is_optional(FleetTarget target)
    {
        var fleet = Describe(target);

        Assert.That(fleet.Parts.SelectMany(part => part.StartAfter).Where(name => fleet[name].Optional), Is.Empty);
    }

    [TestCaseSource(nameof(Targets))]
    public void Every_parameter_is_used(FleetTarget target)
    {
        var fleet = Describe(target);
        var texts = fleet.Parts.SelectMany(part => part.Environment.Values).Select(value => value.Text).ToList();

        var unused = fleet.Parameters.Where(parameter => !texts.Exists(text => text.Contains($"{{{parameter.Name}.value}}")));

        Assert.That(unused, Is.Empty);
    }

    [Test]
    public void Every_service_is_a_project_of_the_repository() =>
        Assert.That(
            Describe(FleetTarget.Processes).Parts.OfType<ServicePart>().Select(service => TestKit.Repository.File(service.Project)),
            Has.All.Matches<string>(File.Exists).And.Exactly(7).Items);

    [TestCase(FleetTarget.Processes, "127.0.0.1")]
    [TestCase(FleetTarget.AspireRun, "127.0.0.1")]
    [TestCase(FleetTarget.Containers, "0.0.0.0")]
    public void Services_listen_on_loopback_unless_inside_a_container(FleetTarget target, string address)
    {
        var listening = Describe(target).Parts.OfType<ServicePart>()
            .SelectMany(service => service.Environment)
            .Where(variable => variable.Key == "Http__Host")
            .Select(variable => variable.Value.Text);

        Assert.That(listening, Has.All.EqualTo(address).And.Exactly(7).Items);
    }

    [TestCase(FleetTarget.AspireRun)]
    [TestCase(FleetTarget.Containers)]
    public void Execution_is_told_the_bridge_by_TLS_and_its_token_as_a_secret(FleetTarget target)
    {
        var fleet = Describe(target);
        var told = fleet["execution"].Environment;
        Assert.Multiple(() =>
        {
            Assert.That(told["Execution__Mt4__Bridge__Url"].Text, Does.StartWith("https://{mt4-bridge.bindings.api.host}:"));
            Assert.That(told["Execution__Mt4__Bridge__OwnCertificate"].Text, Is.EqualTo("true"));
            Assert.That(told["MT4_BRIDGE_TOKEN"].Text, Is.EqualTo("{mt4-bridge-token.value}"));
            Assert.That(fleet["mt4-bridge"].Environment["MT4_BRIDGE_TOKEN"], Is.EqualTo(told["MT4_BRIDGE_TOKEN"]));
            var token = fleet.Parameters.Single(parameter => parameter.Name == "mt4-bridge-token");
            Assert.That((token.Secret, token.GeneratedLength), Is.EqualTo((true, 32)), "TLS at the bridge takes no shorter one");
        });
    }

    [Test]
    public void Process_finds_its_bridge_by_its_own_configuration() => Assert.That(
        Describe(FleetTarget.Processes)["execution"].Environment.Keys, Has.None.Contains("Mt4").And.None.Contains("MT4"));

    [Test]
    public void Consumers_are_ready_before_ingestion_publishes() =>
        Assert.That(
            Describe(FleetTarget.Processes)["ingestion"].StartAfter,
            Is.SupersetOf(new[] { "journal", "execution", "risk", "approval", "prediction" }));

    [Test]
    public void Each_service_signs_in_as_its_own_role()
    {
        foreach (var service in Describe(FleetTarget.Processes).Parts.OfType<ServicePart>())
        {
            Assert.That(
                service.Environment["ConnectionStrings__postgres"].Text,
                Does.Contain($"Username={service.DatabaseRole};").And.Contains($"{{{service.DatabaseRole}-db-password.value}}"));
        }
    }

    private static FleetDescription Describe(FleetTarget target) => Fleet.Describe(new FleetOptions(target, "/state"));
}
