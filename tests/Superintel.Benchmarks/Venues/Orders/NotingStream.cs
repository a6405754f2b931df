using System.Diagnostics;
using System.Net.Sockets;

namespace Superintel.Benchmarks.Venues.Orders;

/// <summary>A connection that notes when its last byte was handed to the operating system.</summary>
internal sealed class NotingStream(Stream inner) : Stream
{
    /// <summary>When the last write began: what is before is the adapter's own time. Of <see cref="Stopwatch"/>.</summary>
    public static long LastBegun { get; private set; }

    /// <summary>When it ended. Of <see cref="Stopwatch"/>.</summary>
    public static long LastWritten { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>TCP on loopback, each write sent at once.</summary>
    public static async ValueTask<Stream> Dial(string host, int port, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(host, port, ct);
        return new NotingStream(new NetworkStream(socket, ownsSocket: true));
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        LastBegun = Stopwatch.GetTimestamp();
        await inner.WriteAsync(buffer, cancellationToken);
        LastWritten = Stopwatch.GetTimestamp();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count)
    {
        LastBegun = Stopwatch.GetTimestamp();
        inner.Write(buffer, offset, count);
        LastWritten = Stopwatch.GetTimestamp();
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
