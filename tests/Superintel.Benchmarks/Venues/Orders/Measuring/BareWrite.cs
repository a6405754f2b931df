using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Superintel.Benchmarks.Venues.Orders.Measuring;

/// <summary>The same bytes with one system call to the same process: what kernel and scheduler take here and now.</summary>
internal sealed class BareWrite : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <param name="port">Of the sink.</param>
    public BareWrite(int port) => socket.Connect(new IPEndPoint(IPAddress.Loopback, port));

    /// <returns>Microseconds.</returns>
    public double Send(ReadOnlySpan<byte> bytes)
    {
        var start = Stopwatch.GetTimestamp();
        socket.Send(bytes);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    public void Dispose() => socket.Dispose();
}
