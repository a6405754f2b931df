using System.Net;
using System.Net.Sockets;
using Superintel.AppHost.Local.State;
using Superintel.TestKit;

namespace Superintel.AppHost.Tests.State;

public sealed class PortBookTests
{
    private static readonly Dictionary<string, int> Nothing = [];
    private StateFolder folder = null!;
    private TcpListener occupied = null!;

    private int Occupied => ((IPEndPoint)occupied.LocalEndpoint).Port;

    [SetUp]
    public void Occupy_a_port()
    {
        folder = new StateFolder(Scratch.Folder("ports"));
        occupied = new TcpListener(IPAddress.Loopback, 0);
        occupied.Start();
    }

    [TearDown]
    public void Free_it()
    {
        occupied.Dispose();
        Directory.Delete(folder.Root, recursive: true);
    }

    [Test]
    public void Port_that_was_asked_for_and_is_taken_is_refused_with_its_number_and_owner()
    {
        var book = new PortBook(folder, new Dictionary<string, int> { ["gateway"] = Occupied }, _ => { });
        Assert.That(() => book.For("gateway"), Throws.TypeOf<FleetException>().With.Message
            .Contains($"Port {Occupied}").And.Message.Contains($"pid {Environment.ProcessId}").And.Message.Contains("--port"));
    }

    [Test]
    public void Port_that_was_chosen_stays_the_same_at_the_next_start()
    {
        var first = new PortBook(folder, Nothing, _ => { }).For("redis");
        Assert.That(new PortBook(folder, Nothing, _ => { }).For("redis"), Is.EqualTo(first));
    }

    [Test]
    public void Port_that_was_chosen_and_is_taken_meanwhile_is_chosen_anew_and_said()
    {
        PrivateFile.Write(folder.Ports, new Dictionary<string, int> { ["redis"] = Occupied });
        var said = new List<string>();
        var port = new PortBook(folder, Nothing, said.Add).For("redis");
        Assert.Multiple(() =>
        {
            Assert.That(port, Is.Not.EqualTo(Occupied));
            Assert.That(said.Single(), Does.Contain($"{Occupied}").And.Contains("redis"));
            Assert.That(new PortBook(folder, Nothing, said.Add).For("redis"), Is.EqualTo(port));
        });
    }

    [Test]
    public void Ports_of_different_parts_differ()
    {
        var book = new PortBook(folder, Nothing, _ => { });
        Assert.That(Enumerable.Range(0, 30).Select(number => book.For($"part-{number}")).Distinct().Count(), Is.EqualTo(30));
    }
}
