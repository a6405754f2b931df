using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Superintel.Venue.Binance.Streams;

/// <summary>A client's text message as one frame: final, masked (RFC 6455, sections 5.2 and 5.3).</summary>
public static class ClientFrame
{
    /// <summary>What stands in front of a text at most: its length takes two bytes more from 126 on.</summary>
    public const int Header = 8;

    /// <summary>Bytes of a text. A longer one would need eight bytes of length, and nothing here says so much.</summary>
    public const int Longest = ushort.MaxValue;

    public const int Mask = 4;
    private const byte FinalText = 0x81;
    private const byte Masked = 0x80;
    private const byte LongLength = 126;

    /// <param name="mask">Four bytes that nobody can foretell (section 10.3).</param>
    /// <param name="into">As long as the text and <see cref="Header"/>.</param>
    /// <returns>Where in it the frame begins; it ends with it.</returns>
    public static int Write(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mask, Span<byte> into)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, Longest, nameof(text));
        Apply(mask, text, into.Slice(Header, text.Length));
        mask[..Mask].CopyTo(into[(Header - Mask)..]);
        if (text.Length < LongLength)
        {
            (into[2], into[3]) = (FinalText, (byte)(Masked | text.Length));
            return 2;
        }
        (into[0], into[1]) = (FinalText, Masked | LongLength);
        BinaryPrimitives.WriteUInt16BigEndian(into[2..], (ushort)text.Length);
        return 0;
    }

    private static void Apply(ReadOnlySpan<byte> mask, ReadOnlySpan<byte> from, Span<byte> to)
    {
        var once = MemoryMarshal.Read<uint>(mask);
        var twice = once | ((ulong)once << 32);
        var words = MemoryMarshal.Cast<byte, ulong>(from);
        var masked = MemoryMarshal.Cast<byte, ulong>(to);
        for (var i = 0; i < words.Length; i++) masked[i] = words[i] ^ twice;
        for (var i = words.Length * sizeof(ulong); i < from.Length; i++) to[i] = (byte)(from[i] ^ mask[i % Mask]);
    }
}
