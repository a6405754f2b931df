using System.Buffers.Binary;

namespace Superintel.Venue.Ibkr.Wire;

/// <summary>
/// Turns a stream that may be cut anywhere into bodies. Once the stream is out of step the fault stays: the only cure is a new connection.
/// </summary>
/// <param name="longest">Longest body believed, bytes; TWS itself never exceeds 0xFFFFFF.</param>
public sealed class FrameSplitter(int longest = FrameSplitter.LongestOfTws)
{
    public const int LongestOfTws = 0xFFFFFF;
    private const int Prefix = 4;
    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    public WireFault Fault { get; private set; }

    /// <summary>Bytes taken in and not given out yet.</summary>
    public int Pending => end - start;

    /// <summary>Room for the next read; tell <see cref="Advance"/> how much of it was used.</summary>
    public Memory<byte> Room(int atLeast = 4096)
    {
        if (buffer.Length - end < atLeast)
        {
            var target = end - start + atLeast <= buffer.Length ? buffer : new byte[Math.Max(buffer.Length * 2, end - start + atLeast)];
            buffer.AsSpan(start, end - start).CopyTo(target);
            (buffer, end, start) = (target, end - start, 0);
        }
        return buffer.AsMemory(end);
    }

    public void Advance(int count) => end += count;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length).Span);
        Advance(bytes.Length);
    }

    /// <param name="body">Fields with their NULs; valid until more is taken in.</param>
    /// <returns>False: more bytes are needed, or <see cref="Fault"/> says why there will be none.</returns>
    public bool TryNext(out ReadOnlySpan<byte> body)
    {
        body = default;
        if (Fault != WireFault.None || end - start < Prefix) return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(start));
        if (length == 0 || length > longest)
        {
            Fault = length == 0 ? WireFault.FrameEmpty : WireFault.FrameTooLong;
            return false;
        }
        if (end - start - Prefix < length) return false;
        var whole = buffer.AsSpan(start + Prefix, (int)length);
        if (whole[^1] != 0)
        {
            Fault = WireFault.FrameUnterminated;
            return false;
        }
        start += Prefix + (int)length;
        if (start == end) start = end = 0;
        body = whole;
        return true;
    }
}
