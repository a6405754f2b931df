using System.Net.Sockets;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>A stream that ends after the first answer to the question for the time: the other side said so much and went.</summary>
internal sealed class LastWords(NetworkStream inner) : Stream
{
    private volatile bool areSaid;

    public bool AreSaid => areSaid;

    public static async Task<LastWords> Of(TwsOptions options, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(options.Host, options.Port, ct);
        return new LastWords(new NetworkStream(socket, ownsSocket: true));
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (areSaid) return 0;
        var read = await inner.ReadAsync(buffer, cancellationToken);
        areSaid = HasTime(buffer.Span[..read]);
        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    // A length below 256 in four bytes, then the message's number.
    private static bool HasTime(ReadOnlySpan<byte> bytes)
    {
        for (var i = 4; i + 3 <= bytes.Length; i++)
            if (bytes[i..].StartsWith("49\0"u8) && bytes[(i - 4)..(i - 1)].SequenceEqual("\0\0\0"u8)) return true;
        return false;
    }
}
