using System.Buffers.Text;

namespace Superintel.Venue.Binance.Signing;

/// <summary>Ed25519 (RFC 8032) over the payload; base64.</summary>
public sealed class Ed25519Signer : ISigner
{
    private readonly Ed25519Key key;

    /// <param name="seed">32 bytes, the private key.</param>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public Ed25519Signer(string apiKey, ReadOnlySpan<byte> seed) => (ApiKey, key) = (apiKey, Ed25519Key.FromSeed(seed));

    public string ApiKey { get; }

    public bool OpensSessions => true;

    /// <exception cref="FormatException">Not an Ed25519 key in PKCS#8.</exception>
    public static Ed25519Signer FromPem(string apiKey, string pem) => new(apiKey, Pkcs8.SeedOf(pem));

    public ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> payload, Span<byte> into)
    {
        Base64.EncodeToUtf8(key.Sign(payload), into, out _, out var length);
        return into[..length];
    }

    public override string ToString() => "Ed25519 key (redacted)";
}
