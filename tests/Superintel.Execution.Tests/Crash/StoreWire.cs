using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Superintel.Execution.Tests.Crash;

/// <summary>
/// The wire between the process and PostgreSQL. It sees every commit go by and can break, or end the process, just before it
/// reaches the store, or just after the store has made it last.
/// </summary>
internal sealed class StoreWire : IAsyncDisposable
{
    // A simple query of the front-end protocol, as Npgsql sends it in one piece; and the tag of the store's answer.
    private static readonly byte[] Asked = [(byte)'Q', 0, 0, 0, 11, .. "COMMIT\0"u8];
    private static readonly byte[] Done = [(byte)'C', 0, 0, 0, 11, .. "COMMIT\0"u8];

    private readonly NpgsqlConnectionStringBuilder store;
    private readonly Func<KillMoment, bool> passes;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    /// <param name="passes">Whether the wire breaks at this moment.</param>
    public StoreWire(string connection, Func<KillMoment, bool> passes)
    {
        (store, this.passes) = (new NpgsqlConnectionStringBuilder(connection), passes);
        listener.Start();
        accepting = Accept();
    }

    /// <summary>The same connection through this wire.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder(store.ConnectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        // A listener that was stopped would throw at the next accept.
        await accepting;
        listener.Stop();
        stop.Dispose();
    }

    private async Task Accept()
    {
        while (true)
        {
            try
            {
                _ = Carry(await listener.AcceptTcpClientAsync(stop.Token));
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Carry(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            try
            {
                await far.ConnectAsync(store.Host!, store.Port, stop.Token);
                (near.NoDelay, far.NoDelay) = (true, true);
                var (client, server) = (near.GetStream(), far.GetStream());
                var there = Pump(client, server, Asked, KillMoment.BeforeCommit);
                var back = Pump(server, client, Done, KillMoment.AfterCommit);
                await Task.WhenAny(there, back);
            }
            catch (Exception ended) when (ended is SocketException or InvalidOperationException or OperationCanceledException)
            {
                // An end closed: the connection is over.
            }
        }
    }

    private async Task Pump(NetworkStream from, NetworkStream to, byte[] sign, KillMoment moment)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var read = await from.ReadAsync(buffer, stop.Token);
                if (read == 0) return;
                if (buffer.AsSpan(0, read).IndexOf(sign) >= 0 && passes(moment)) return;
                await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
            }
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // An end closed: the connection is over.
        }
    }
}
