using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Superintel.Benchmarks.Venues.Orders.Measuring;

namespace Superintel.Benchmarks.Venues.Orders;

/// <summary>
/// A connection that notes when the write that carries an order began and how long it took, and keeps what was written. What an adapter
/// asks for beside its orders is written too, and is no part of an order's way.
/// </summary>
internal sealed class NotingStream(Stream inner) : Stream
{
    private static readonly byte[] Kept = new byte[64 * 1024];
    private static byte[] watched = [];

    /// <summary>When the order's last write began, what is before being the adapter's own time; null: there was none.</summary>
    public static ThreadMoment? Begun { get; private set; }

    /// <summary>How long it took. Microseconds.</summary>
    public static double Writing { get; private set; }

    /// <summary>Its bytes.</summary>
    public static Memory<byte> Bytes { get; private set; }

    /// <summary>From here on the write that holds this text is noted.</summary>
    public static void Watch(string text) => (watched, Begun) = (Encoding.ASCII.GetBytes(text), null);

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
        var start = Begin(buffer.Span);
        await inner.WriteAsync(buffer, cancellationToken);
        if (start != 0) Writing = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count)
    {
        var start = Begin(buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
        if (start != 0) Writing = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // The noting is no part of what is timed: the write's clock starts after it. Zero: this is not the order.
    private static long Begin(ReadOnlySpan<byte> bytes)
    {
        var at = Stopwatch.GetTimestamp();
        if (bytes.IndexOf(watched) < 0) return 0;
        Begun = ThreadMoment.Now(at);
        Bytes = Kept.AsMemory(0, Math.Min(bytes.Length, Kept.Length));
        bytes[..Bytes.Length].CopyTo(Bytes.Span);
        return Stopwatch.GetTimestamp();
    }
}
