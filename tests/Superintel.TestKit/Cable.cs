using System.Net;
using System.Net.Sockets;

namespace Superintel.TestKit;

/// <summary>
/// A TCP path to a server that a test can cut and mend: what a service sees when the server is stopped and started. Stalled, it is a black
/// hole: connections stand, and nothing comes through them.
/// </summary>
public sealed class Cable : IAsyncDisposable
{
    private readonly EndPoint server;
    private readonly Lock gate = new();
    private readonly List<TcpClient> open = [];
    private readonly CancellationTokenSource stop = new();
    private TcpListener? listener;
    private volatile TaskCompletionSource? stalled;
    private Task accepting = Task.CompletedTask;

    private Cable(EndPoint server, int port)
    {
        this.server = server;
        Port = port;
    }

    /// <summary>Loopback port that leads to the server.</summary>
    public int Port { get; }

    public static Cable To(string host, int port)
    {
        var cable = new Cable(new DnsEndPoint(host, port), LoopbackPort.Free());
        cable.Mend();
        return cable;
    }

    /// <summary>Closes every connection and refuses new ones.</summary>
    public void Cut()
    {
        lock (gate)
        {
            listener?.Stop();
            listener = null;
            foreach (var client in open) client.Close();
            open.Clear();
        }
    }

    /// <summary>Accepts connections again, on the same port; one that is whole stays as it is.</summary>
    public void Mend()
    {
        lock (gate)
        {
            // A second listener would share the port, and half of all connections would go to the one that is no more.
            if (listener is not null) return;
            var fresh = new TcpListener(IPAddress.Loopback, Port);
            fresh.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            fresh.Start();
            listener = fresh;
            accepting = Accept(fresh);
        }
    }

    /// <summary>Nothing comes through any more, either way, until <see cref="Flow"/>.</summary>
    public void Stall() => stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What waited comes through.</summary>
    public void Flow()
    {
        var waiting = stalled;
        stalled = null;
        waiting?.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Cut();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept(TcpListener from)
    {
        while (true)
        {
            TcpClient near;
            try
            {
                near = await from.AcceptTcpClientAsync(stop.Token);
            }
            catch (Exception ended) when (ended is SocketException or InvalidOperationException or OperationCanceledException)
            {
                // Cut: while it waited for a connection or before it waited again.
                return;
            }

            _ = Carry(near, from);
        }
    }

    private async Task Carry(TcpClient near, TcpListener from)
    {
        var far = new TcpClient();
        lock (gate)
        {
            // It was cut while this connection was on its way in: then it was never there.
            if (listener != from)
            {
                near.Dispose();
                far.Dispose();
                return;
            }

            open.AddRange([near, far]);
        }

        try
        {
            await far.Client.ConnectAsync(server, stop.Token);
            var (here, there) = (near.GetStream(), far.GetStream());
            await Task.WhenAny(Pass(here, there), Pass(there, here));
        }
        catch (Exception ended) when (
            ended is SocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // Cut, or closed by an end: either way the connection is over.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
            lock (gate) open.RemoveAll(client => client == near || client == far);
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[16 * 1024];
        while (await from.ReadAsync(bytes, stop.Token) is var count and > 0)
        {
            while (stalled is { } wait) await wait.Task.WaitAsync(stop.Token);
            await to.WriteAsync(bytes.AsMemory(0, count), stop.Token);
        }
    }
}
