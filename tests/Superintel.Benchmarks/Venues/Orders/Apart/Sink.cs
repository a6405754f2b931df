using System.Net;
using System.Net.Sockets;

namespace Superintel.Benchmarks.Venues.Orders.Apart;

/// <summary>A thread that reads one connection on loopback and does as little as a reader can.</summary>
internal sealed class Sink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Thread reading;

    public Sink()
    {
        listener.Start();
        reading = new Thread(Read) { IsBackground = true };
        reading.Start();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose()
    {
        listener.Stop();
        reading.Join();
    }

    private void Read()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            using var connection = listener.AcceptSocket();
            while (connection.Receive(buffer) > 0)
            {
                // That is all.
            }
        }
        catch (SocketException)
        {
            // Stopped before anybody came, or the desk is gone.
        }
    }
}
