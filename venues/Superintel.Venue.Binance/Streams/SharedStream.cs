using System.Security.Cryptography;

namespace Superintel.Venue.Binance.Streams;

/// <summary>
/// A connection that two write to: the platform's WebSocket its handshake and pongs, and we our texts, past it, for its way to the
/// socket is long. Each write is a whole frame, and none begins within another (ADR 88).
/// </summary>
public sealed class SharedStream(Stream inner) : Stream
{
    private const int Masks = 256; // drawn at once: a draw costs as much as all the rest of a frame
    private readonly SemaphoreSlim writing = new(1, 1); // left to the collector: a writer may be on its way out
    private readonly byte[] masks = new byte[Masks * ClientFrame.Mask];
    private byte[] frame = new byte[1_024];
    private int masksUsed = Masks;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes a text as one frame, if the connection still stands when its turn comes.</summary>
    /// <returns>False: it did not, and nothing left.</returns>
    public async ValueTask<bool> Send(ReadOnlyMemory<byte> text, Func<bool> stands, CancellationToken ct)
    {
        await writing.WaitAsync(ct);
        try
        {
            if (!stands()) return false;
            await inner.WriteAsync(Framed(text.Span), ct);
            if (masksUsed == Masks) DrawMasks(); // here nobody waits for them
            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await inner.WriteAsync(buffer, cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        writing.Wait();
        try
        {
            inner.Write(buffer, offset, count);
        }
        finally
        {
            writing.Release();
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(buffer, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private ReadOnlyMemory<byte> Framed(ReadOnlySpan<byte> text)
    {
        var end = ClientFrame.Header + text.Length;
        if (frame.Length < end) frame = new byte[end];
        if (masksUsed == Masks) DrawMasks();
        var begin = ClientFrame.Write(text, masks.AsSpan(masksUsed++ * ClientFrame.Mask, ClientFrame.Mask), frame);
        return frame.AsMemory(begin, end - begin);
    }

    private void DrawMasks()
    {
        RandomNumberGenerator.Fill(masks);
        masksUsed = 0;
    }
}
