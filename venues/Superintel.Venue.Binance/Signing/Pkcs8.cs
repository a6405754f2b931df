using System.Security.Cryptography;

namespace Superintel.Venue.Binance.Signing;

/// <summary>Finds an Ed25519 seed in a PKCS#8 file (RFC 8410, section 7).</summary>
internal static class Pkcs8
{
    private const int SeedLength = 32;

    // SEQUENCE { 0, { 1.3.101.112 }, OCTET STRING { OCTET STRING (32) } }, in the only encoding that DER allows.
    private static ReadOnlySpan<byte> Prefix =>
        [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    public static byte[] SeedOf(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || !pem.AsSpan(fields.Label).SequenceEqual("PRIVATE KEY"))
            throw new FormatException("The key file has no PRIVATE KEY block.");
        var der = new byte[fields.DecodedDataLength];
        if (!Convert.TryFromBase64Chars(pem.AsSpan(fields.Base64Data), der, out var length)
            || length != Prefix.Length + SeedLength || !der.AsSpan().StartsWith(Prefix))
            throw new FormatException("The key file holds no Ed25519 key in PKCS#8.");
        return der[Prefix.Length..];
    }
}
