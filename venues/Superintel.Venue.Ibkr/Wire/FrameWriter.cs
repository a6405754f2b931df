using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace Superintel.Venue.Ibkr.Wire;

/// <summary>Writes one frame after another into the same buffer; allocates only while it grows to the longest frame so far.</summary>
public sealed class FrameWriter
{
    private const int Prefix = 4;
    private const int LongestNumber = 40;
    private byte[] buffer = new byte[1024];
    private int length = Prefix;

    /// <summary>Starts a frame with its message id.</summary>
    public FrameWriter Begin(int messageId)
    {
        length = Prefix;
        return Int(messageId);
    }

    /// <summary>Starts a frame without a message id: the server's greeting is one.</summary>
    public FrameWriter Begin()
    {
        length = Prefix;
        return this;
    }

    /// <returns>Length and body; valid until the next <see cref="Begin()"/>.</returns>
    public ReadOnlyMemory<byte> End()
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer, length - Prefix);
        return buffer.AsMemory(0, length);
    }

    public FrameWriter Int(int value)
    {
        Reserve(LongestNumber);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out var written);
        return Close(written);
    }

    public FrameWriter Long(long value)
    {
        Reserve(LongestNumber);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out var written);
        return Close(written);
    }

    public FrameWriter Flag(bool value) => Raw(value ? "1"u8 : "0"u8);

    /// <summary>Plain digits without trailing zeros; null is an empty field.</summary>
    public FrameWriter Decimal(decimal? value)
    {
        Reserve(LongestNumber);
        if (value is not { } known) return Close(0);
        var target = buffer.AsSpan(length);
        known.TryFormat(target, out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        if (target[..written].Contains((byte)'.'))
        {
            while (target[written - 1] == (byte)'0') written--;
            if (target[written - 1] == (byte)'.') written--;
        }
        return Close(written);
    }

    /// <exception cref="ArgumentException">The text holds a NUL, which would forge a field.</exception>
    public FrameWriter Text(string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException("A field cannot hold NUL.", nameof(value));
        Reserve(Encoding.UTF8.GetMaxByteCount(value.Length) + 1);
        return Close(Encoding.UTF8.GetBytes(value, buffer.AsSpan(length)));
    }

    public FrameWriter Raw(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length + 1);
        value.CopyTo(buffer.AsSpan(length));
        return Close(value.Length);
    }

    public FrameWriter Empty(int fields = 1)
    {
        Reserve(fields);
        buffer.AsSpan(length, fields).Clear();
        length += fields;
        return this;
    }

    /// <summary>The same number of zeros as fields.</summary>
    public FrameWriter Zero(int fields = 1)
    {
        for (var i = 0; i < fields; i++) Raw("0"u8);
        return this;
    }

    private FrameWriter Close(int written)
    {
        length += written;
        buffer[length++] = 0;
        return this;
    }

    private void Reserve(int bytes)
    {
        if (length + bytes + 1 > buffer.Length) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + bytes + 1));
    }
}
