using System.Net;
using System.Net.Sockets;
using Superintel.AppHost.Local.Processes;

namespace Superintel.AppHost.Tests.Processes;

public sealed class ProcessTableTests
{
    [Test]
    public void Own_process_has_a_start_a_name_a_parent_and_memory() => Assert.Multiple(() =>
    {
        Assert.That(ProcessTable.StartTicks(Environment.ProcessId), Is.GreaterThan(0));
        Assert.That(ProcessTable.Command(Environment.ProcessId), Is.Not.Empty);
        Assert.That(ProcessTable.Parent(Environment.ProcessId), Is.GreaterThan(0));
        Assert.That(ProcessTable.MemoryBytes(Environment.ProcessId), Is.GreaterThan(10_000_000));
    });

    [Test]
    public void Process_that_is_not_there_has_none() => Assert.Multiple(() =>
    {
        Assert.That(ProcessTable.StartTicks(int.MaxValue), Is.Null);
        Assert.That(ProcessTable.MemoryBytes(int.MaxValue), Is.Zero);
    });

    [Test]
    public void Listener_on_a_port_is_found_and_a_free_port_has_none()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Assert.That(PortOwner.Find(port), Does.Contain($"pid {Environment.ProcessId}"));
        listener.Stop();
        Assert.That(PortOwner.Find(port), Is.Null);
    }
}
