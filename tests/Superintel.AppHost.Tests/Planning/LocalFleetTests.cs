using System.Net;
using System.Net.Sockets;
using Superintel.AppHost.Local.Hosting;
using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.Planning;
using Superintel.AppHost.Local.State;
using Superintel.AppHost.Model;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.Planning;

public sealed class LocalFleetTests
{
    private const string DashboardProgram = "eng/feed/.cache/aspire/managed/aspire-managed";
    private Local.Repository repository = null!;
    private StateFolder folder = null!;
    private int gateway;

    [SetUp]
    public void Pretend_that_everything_is_built()
    {
        repository = new Local.Repository(Scratch.Folder("repository"));
        folder = new StateFolder(repository.At(".superintel"));
        folder.Create();
        foreach (var service in Fleet.Describe(new FleetOptions(FleetTarget.Processes, folder.Root)).Parts.OfType<ServicePart>())
            Touch(repository.Assembly(service.Project));
        Touch(repository.At(DashboardProgram));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        gateway = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [TearDown]
    public void Remove_it() => Directory.Delete(repository.Root, recursive: true);

    [Test]
    public void Every_part_gets_a_port_of_its_own_and_the_gateway_the_wanted_one()
    {
        var plan = Plan();
        Assert.Multiple(() =>
        {
            Assert.That(plan.Parts.Select(part => part.Url).Distinct().Count(), Is.EqualTo(plan.Parts.Count));
            Assert.That(plan.Urls.Gateway, Is.EqualTo($"http://127.0.0.1:{gateway}"));
            Assert.That(plan.Parts.Select(part => part.Url), Has.All.Contains("127.0.0.1:"));
        });
    }

    [Test]
    public void Parts_are_those_of_the_description_in_an_order_that_can_start() =>
        Assert.That(PartOrder.Of(Plan().Parts).Select(part => part.Name), Is.SupersetOf((string[])
        [
            "postgres", "redis", "rabbitmq", "dashboard", "ingestion", "prediction", "approval", "risk", "execution", "journal", "gateway",
        ]));

    [Test]
    public void Services_find_servers_telemetry_and_each_other_by_their_environment()
    {
        var plan = Plan();
        var approval = plan.Parts.Single(part => part.Name == "approval").Launch.Environment;
        var risk = plan.Parts.Single(part => part.Name == "risk");
        Assert.Multiple(() =>
        {
            Assert.That(approval["services__risk__http__0"], Is.EqualTo(risk.Url));
            Assert.That(approval["ConnectionStrings__postgres"], Does.Contain("Username=approval").And.Contains("Host=127.0.0.1"));
            Assert.That(approval["ConnectionStrings__rabbitmq"], Does.StartWith("amqp://superintel:"));
            Assert.That(approval["OTEL_EXPORTER_OTLP_ENDPOINT"], Does.StartWith("http://127.0.0.1:"));
            Assert.That(approval.Values, Has.None.Contains("{"));
            Assert.That(plan.Parts.Single(part => part.Name == "approval").Url, Does.EndWith(":" + approval["Http__Port"]));
        });
    }

    [Test]
    public void Every_address_of_the_description_arrives_as_one_that_can_be_asked()
    {
        var plan = Plan();
        var described = Fleet.Describe(new FleetOptions(FleetTarget.Processes, folder.Root)).Parts.OfType<ServicePart>();
        foreach (var service in described)
        {
            var told = plan.Parts.Single(part => part.Name == service.Name).Launch.Environment;
            var addresses = service.Environment.Keys.Where(key => key.StartsWith("services__", StringComparison.Ordinal));
            Assert.That(addresses.Select(key => told[key]), Has.All.Match("^http://127\\.0\\.0\\.1:[0-9]+$"), service.Name);
        }
    }

    [Test]
    public void Gateway_gets_the_administrator_and_the_dashboards_address_without_its_token()
    {
        var plan = Plan();
        var environment = plan.Parts.Single(part => part.Name == "gateway").Launch.Environment;
        Assert.Multiple(() =>
        {
            Assert.That(environment["Auth__AdminFile"], Is.EqualTo(folder.Admin));
            Assert.That(environment["Http__Port"], Is.EqualTo($"{gateway}"));
            Assert.That(plan.Urls.Dashboard, Does.StartWith(environment["Dashboard__Url"]).And.Contains("/login?t="));
            Assert.That(environment["Dashboard__Url"], Does.Not.Contain("login"));
        });
    }

    [Test]
    public void Fleet_without_the_dashboard_runs_without_it_and_says_so()
    {
        File.Delete(repository.At(DashboardProgram));
        var said = new List<string>();
        var plan = Plan(said.Add);
        Assert.Multiple(() =>
        {
            Assert.That(said, Has.Some.Contains("dashboard"));
            Assert.That(plan.Parts.Select(part => part.Name), Has.None.EqualTo("dashboard"));
            Assert.That(plan.Urls.Dashboard, Is.Null);
            Assert.That(plan.Parts.SelectMany(part => part.Launch.Environment.Keys), Has.None.EqualTo("OTEL_EXPORTER_OTLP_ENDPOINT"));
        });
    }

    [Test]
    public void Service_that_was_not_built_is_refused_by_name()
    {
        File.Delete(repository.Assembly("services/Risk/Service/Superintel.Risk.Service.csproj"));
        Assert.That(() => Plan(), Throws.TypeOf<FleetException>().With.Message.Contains("risk has not been built"));
    }

    [Test]
    public void Second_plan_keeps_ports_and_secrets()
    {
        var first = Plan();
        var second = Plan();
        Assert.That(
            second.Parts.Select(part => part.Launch.Environment.GetValueOrDefault("ConnectionStrings__postgres")),
            Is.EqualTo(first.Parts.Select(part => part.Launch.Environment.GetValueOrDefault("ConnectionStrings__postgres"))));
    }

    [Test]
    public void Live_fleet_runs_on_real_time_without_a_replay_and_reads_the_persons_settings()
    {
        var request = new FleetRequest(repository, folder, new Dictionary<string, int> { ["gateway"] = gateway }, null)
        {
            Live = true,
            Settings = folder.Settings,
        };
        var services = LocalFleet.Plan(request, _ => { }).Parts.ToDictionary(part => part.Name, part => part.Launch.Environment);
        Assert.Multiple(() =>
        {
            Assert.That(services["risk"]["Clock__Mode"], Is.EqualTo("system"));
            Assert.That(services["ingestion"]["Replay__Enabled"], Is.EqualTo("false"));
            Assert.That(services["execution"]["Superintel__SettingsFile"], Is.EqualTo(folder.Settings));
        });
    }

    private FleetPlan Plan(Action<string>? say = null) => LocalFleet.Plan(
        new FleetRequest(repository, folder, new Dictionary<string, int> { ["gateway"] = gateway }, 2.5), say ?? (_ => { }));

    private static void Touch(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
    }
}
