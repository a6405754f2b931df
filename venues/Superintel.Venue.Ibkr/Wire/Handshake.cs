using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Superintel.Venue.Ibkr.Wire;

/// <summary>The greeting before the first frame: <c>API\0</c>, a length, the versions one speaks.</summary>
public static class Handshake
{
    /// <summary>The one version this library speaks: the last of the API 10.19 line, on which three independent clients agree.</summary>
    public const int ServerVersion = 176;

    private const int LongestVersions = 256;

    private static ReadOnlySpan<byte> Magic => "API\0"u8;

    /// <param name="versions">For example <c>v100..176</c>; IB's own client adds a space.</param>
    public static byte[] Hello(string versions)
    {
        var hello = new byte[8 + versions.Length];
        Magic.CopyTo(hello);
        BinaryPrimitives.WriteInt32BigEndian(hello.AsSpan(4), versions.Length);
        Encoding.ASCII.GetBytes(versions, hello.AsSpan(8));
        return hello;
    }

    /// <summary>What a server reads first.</summary>
    /// <param name="used">Bytes of the greeting; 0: more are needed.</param>
    public static WireFault ReadHello(ReadOnlySpan<byte> bytes, out int least, out int most, out int used)
    {
        (least, most, used) = (0, 0, 0);
        var magic = Math.Min(bytes.Length, 4);
        if (!bytes[..magic].SequenceEqual(Magic[..magic])) return WireFault.HandshakeMalformed;
        if (bytes.Length < 8) return WireFault.None;
        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        if (length is 0 or > LongestVersions) return WireFault.HandshakeMalformed;
        if (bytes.Length < 8 + length) return WireFault.None;
        var text = Encoding.ASCII.GetString(bytes.Slice(8, (int)length)).Split(' ')[0];
        var range = text.TrimStart('v').Split("..");
        if (!int.TryParse(range[0], NumberStyles.None, CultureInfo.InvariantCulture, out least)
            || !int.TryParse(range[^1], NumberStyles.None, CultureInfo.InvariantCulture, out most)) return WireFault.HandshakeMalformed;
        used = 8 + (int)length;
        return WireFault.None;
    }

    /// <summary>The server's greeting: its version and the time of the connection, no message id.</summary>
    public static WireFault ReadServerHello(ReadOnlySpan<byte> body, out int version, out string time)
    {
        var fields = new FieldReader(body);
        version = fields.Int();
        time = fields.Text();
        return fields.Fault == WireFault.None && version > 0 ? WireFault.None : WireFault.HandshakeMalformed;
    }
}
