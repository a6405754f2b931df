using System.Globalization;
using System.Text;
using Superintel.Venue.Binance.Wire;

namespace Superintel.Venue.Binance.Orders;

/// <summary>Text that grows at its end, in a buffer that is used again.</summary>
internal sealed class RequestText
{
    private byte[] bytes = new byte[1_024];
    private int length;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    public int Length => length;

    public byte this[int at]
    {
        set => bytes[at] = value;
    }

    public void Clear() => length = 0;

    public void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        length += text.Length;
    }

    public void Add(string text) => length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));

    public void Add(long value)
    {
        value.TryFormat(Room(PlainDecimal.Longest), out var written, default, CultureInfo.InvariantCulture);
        length += written;
    }

    private Span<byte> Room(int least)
    {
        if (bytes.Length - length < least) Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + least));
        return bytes.AsSpan(length);
    }
}
