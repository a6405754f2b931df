using System.Net.Sockets;
using Superintel.Venue.Ibkr.Session.Pacing;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Session;

/// <summary>One TCP connection: frames in, frames out, never more than TWS allows, never half a frame and then another.</summary>
internal sealed class TwsSocket(Stream stream, MessagePacer pacer) : IDisposable
{
    private readonly FrameSplitter splitter = new();
    private readonly FrameWriter writer = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile bool broken;

    /// <summary>A TCP connection that sends each frame at once.</summary>
    public static async Task<Stream> Dial(TwsOptions options, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new TwsException("cannot-connect", $"{options}: {failure.SocketErrorCode}", inner: failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task Greet(CancellationToken ct) => await stream.WriteAsync(Handshake.Hello($"v100..{Handshake.ServerVersion}"), ct);

    /// <exception cref="TwsException">The connection is gone; <see cref="TwsException.MayHaveLeft"/> says whether bytes went.</exception>
    public async Task Send<T>(T message, bool urgent, CancellationToken ct)
        where T : IWireMessage<T>
    {
        await pacer.Wait(urgent, ct);
        await writing.WaitAsync(ct);
        try
        {
            if (broken) throw new TwsException("not-connected", "The connection is gone; nothing left.");
            // Once begun it is not canceled: half a frame would put the stream out of step.
            await stream.WriteAsync(Codec.Encode(writer, message), CancellationToken.None);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException)
        {
            broken = true;
            throw new TwsException("connection-broken", failure.Message, mayHaveLeft: true, inner: failure);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Reads until the other side ends or the stream is out of step.</summary>
    /// <param name="body">Called with each body.</param>
    /// <returns>Why it ended.</returns>
    public async Task<string> Read(Func<ReadOnlySpan<byte>, bool> body, CancellationToken ct)
    {
        while (true)
        {
            while (splitter.TryNext(out var frame))
            {
                if (!body(frame)) return "stopped";
            }
            if (splitter.Fault != WireFault.None) return splitter.Fault.Code();
            int read;
            try
            {
                read = await stream.ReadAsync(splitter.Room(), ct);
            }
            catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException)
            {
                return "connection-reset";
            }
            if (read == 0) return splitter.Pending > 0 ? "closed-within-a-frame" : "closed";
            splitter.Advance(read);
        }
    }

    public void Dispose()
    {
        broken = true;
        stream.Dispose();
        // The semaphore is left to the collector: a sender may still be on its way out of it.
    }
}
