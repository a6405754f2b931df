using System.Net;
using System.Net.Sockets;
using Superintel.Benchmarks.Venues.Orders.Measuring;

namespace Superintel.Benchmarks.Venues.Orders.Apart;

/// <summary>
/// A receiver that is awake. One thread of the venue's process asks its connections again and again whether something has come, and hands
/// it on to the venue. Over loopback the kernel wakes a sleeping receiver in the sender's system call; no remote venue costs its client
/// that. The thread runs only when nothing else wants the venue's processor.
/// </summary>
internal sealed class Relay : IDisposable
{
    private const int Between = 256; // turns between two looks for new connections
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<(Socket From, Socket? To)> ways = [];
    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly TcpListener sink = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint venue;
    private readonly Thread turning;
    private volatile bool isOver;

    public Relay(IPEndPoint venue)
    {
        this.venue = venue;
        listener.Start();
        sink.Start();
        turning = new Thread(Turn) { IsBackground = true };
        turning.Start();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What comes here is read and goes nowhere.</summary>
    public int SinkPort => ((IPEndPoint)sink.LocalEndpoint).Port;

    public void Dispose()
    {
        isOver = true;
        turning.Join();
        listener.Stop();
        sink.Stop();
        foreach (var (from, _) in ways) from.Dispose();
    }

    private void Turn()
    {
        NativeThread.GiveWay();
        for (var turn = 0; !isOver; turn++)
        {
            if (turn % Between == 0 && listener.Pending()) Accept();
            if (turn % Between == 0 && sink.Pending()) ways.Add((Awake(sink.AcceptSocket()), null));
            for (var i = ways.Count - 1; i >= 0; i--) Move(ways[i].From, ways[i].To);
        }
    }

    private void Accept()
    {
        var client = Awake(listener.AcceptSocket());
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        server.Connect(venue);
        Awake(server);
        ways.Add((client, server));
        ways.Add((server, client));
    }

    private void Move(Socket from, Socket? to)
    {
        var read = from.Receive(buffer, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock) return;
        if (error != SocketError.Success || read == 0)
        {
            ways.RemoveAll(way => way.From == from || way.From == to);
            from.Dispose();
            to?.Dispose();
            return;
        }
        for (var sent = 0; to is not null && sent < read && error is SocketError.Success or SocketError.WouldBlock;)
            sent += to.Send(buffer.AsSpan(sent, read - sent), SocketFlags.None, out error);
    }

    private static Socket Awake(Socket socket)
    {
        (socket.Blocking, socket.NoDelay) = (false, true);
        return socket;
    }
}
