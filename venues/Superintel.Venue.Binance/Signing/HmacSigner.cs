using System.Security.Cryptography;
using System.Text;

namespace Superintel.Venue.Binance.Signing;

/// <summary>
/// HMAC-SHA256 (RFC 2104) over the payload with the API secret as key; lower-case hexadecimal. Two plain digests of the platform: its own
/// HMAC is as fast in a loop, and takes 10 us in an order's way where these take 3.
/// </summary>
public sealed class HmacSigner : ISigner
{
    private const int Block = 64;
    private const int UsualPayload = 512;
    private readonly byte[] inner;
    private readonly byte[] outer;

    public HmacSigner(string apiKey, string secret)
    {
        ApiKey = apiKey;
        var key = Encoding.UTF8.GetBytes(secret);
        if (key.Length > Block) key = SHA256.HashData(key);
        (inner, outer) = (Pad(key, 0x36), Pad(key, 0x5C));
    }

    public string ApiKey { get; }

    public bool OpensSessions => false;

    public ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> payload, Span<byte> into)
    {
        Span<byte> message = payload.Length <= UsualPayload ? stackalloc byte[Block + UsualPayload] : new byte[Block + payload.Length];
        inner.CopyTo(message);
        payload.CopyTo(message[Block..]);
        Span<byte> last = stackalloc byte[Block + SHA256.HashSizeInBytes];
        outer.CopyTo(last);
        SHA256.HashData(message[..(Block + payload.Length)], last[Block..]);
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(last, signature);
        Convert.TryToHexStringLower(signature, into, out var length);
        return into[..length];
    }

    public override string ToString() => "HMAC-SHA256 key (redacted)";

    private static byte[] Pad(ReadOnlySpan<byte> key, byte with)
    {
        var padded = new byte[Block];
        padded.AsSpan().Fill(with);
        for (var i = 0; i < key.Length; i++) padded[i] ^= key[i];
        return padded;
    }
}
