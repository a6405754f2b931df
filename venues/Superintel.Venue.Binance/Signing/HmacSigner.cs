using System.Security.Cryptography;
using System.Text;

namespace Superintel.Venue.Binance.Signing;

/// <summary>HMAC-SHA256 over the payload with the API secret as key; lower-case hexadecimal.</summary>
public sealed class HmacSigner(string apiKey, string secret) : ISigner
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    public string ApiKey { get; } = apiKey;

    public bool OpensSessions => false;

    public string Sign(ReadOnlySpan<byte> payload) => Convert.ToHexStringLower(HMACSHA256.HashData(key, payload));

    public override string ToString() => "HMAC-SHA256 key (redacted)";
}
