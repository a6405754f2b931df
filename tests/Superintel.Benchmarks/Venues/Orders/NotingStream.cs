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
    private static readonly byte[] Unmasked = new byte[64 * 1024];
    private static byte[] watched = [];
    private static NotingStream? carrier; // of an order whose answer has not begun
    private static long writingSince;

    /// <summary>When the order's write began, what is before being the adapter's own time; null: there was none.</summary>
    public static ThreadMoment? Begun { get; private set; }

    /// <summary>From there to the order's last byte. Microseconds.</summary>
    public static double Writing { get; private set; }

    /// <summary>Its bytes.</summary>
    public static Memory<byte> Bytes { get; private set; }

    /// <summary>From here on the write that holds this text is noted.</summary>
    public static void Watch(string text) =>
        (watched, Begun, carrier) = (Encoding.ASCII.GetBytes(text), null, null);

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
        var isOrder = Begin(buffer.Span);
        await inner.WriteAsync(buffer, cancellationToken);
        End(isOrder);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Interlocked.CompareExchange(ref carrier, null, this);
        return read;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count)
    {
        var isOrder = Begin(buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
        End(isOrder);
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // The noting is no part of what is timed: the write's clock starts after it.
    private bool Begin(ReadOnlySpan<byte> bytes)
    {
        var at = Stopwatch.GetTimestamp();
        if (Begun is not null || MaskedFrame.Text(bytes, Unmasked).IndexOf(watched) < 0) return false;
        Begun = ThreadMoment.Now(at);
        Bytes = Kept.AsMemory(0, Math.Min(bytes.Length, Kept.Length));
        bytes[..Bytes.Length].CopyTo(Bytes.Span);
        Volatile.Write(ref carrier, this);
        writingSince = Stopwatch.GetTimestamp();
        return true;
    }

    // What goes the same way before the answer begins belongs to the order.
    private void End(bool isOrder)
    {
        if (isOrder || Volatile.Read(ref carrier) == this) Writing = Stopwatch.GetElapsedTime(writingSince).TotalMicroseconds;
    }
}
