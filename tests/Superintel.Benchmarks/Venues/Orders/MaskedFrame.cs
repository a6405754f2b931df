namespace Superintel.Benchmarks.Venues.Orders;

/// <summary>
/// What a WebSocket client writes (RFC 6455, section 5): its text is not to be seen on the wire until the mask is taken off.
/// </summary>
internal static class MaskedFrame
{
    private const int Mask = 4;

    /// <returns>The text of a frame; the bytes themselves when they are none.</returns>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes, Span<byte> into)
    {
        if (bytes.Length < 2 + Mask || bytes[0] != 0x81 || (bytes[1] & 0x80) == 0) return bytes;
        var header = (bytes[1] & 0x7F) switch { 126 => 4, 127 => 10, _ => 2 };
        if (bytes.Length < header + Mask) return bytes;
        var mask = bytes.Slice(header, Mask);
        var text = bytes[(header + Mask)..];
        var length = Math.Min(text.Length, into.Length);
        for (var i = 0; i < length; i++) into[i] = (byte)(text[i] ^ mask[i % Mask]);
        return into[..length];
    }
}
