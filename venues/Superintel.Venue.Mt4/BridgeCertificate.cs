using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Superintel.Venue.Mt4;

/// <summary>
/// The bridge's own certificate (ADR 85). Its key follows from the token, so that whoever has the token knows the one key to expect:
/// nothing else has to be carried from one machine to the other, and the token is not sent before the bridge has shown that it has it
/// too.
/// </summary>
public static class BridgeCertificate
{
    /// <summary>Characters. The certificate is public and lets a short token be guessed; 32 random ones cannot be.</summary>
    public const int ShortestToken = 32;

    private const int Scalar = 32;
    private static readonly byte[] Salt = Encoding.ASCII.GetBytes("superintel mt4 bridge");
    private static readonly byte[] Use = Encoding.ASCII.GetBytes("tls p-256 v1");

    // n of NIST P-256 (FIPS 186-4, D.1.2.3).
    private static readonly BigInteger Order = new(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    /// <exception cref="FormatException">The token is shorter than <see cref="ShortestToken"/>.</exception>
    public static X509Certificate2 Create(string token, DateTimeOffset now)
    {
        using var key = Key(token);
        var request = new CertificateRequest("CN=superintel-mt4-bridge", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        // Not every platform's TLS takes a key that was never in a file.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Whether a certificate has the key that follows from the token. Names and dates prove nothing: they are not looked
    /// at.</summary>
    public static bool IsOf(X509Certificate? shown, string token)
    {
        if (shown is null) return false;
        using var key = Key(token);
        using var certificate = new X509Certificate2(shown);
        return CryptographicOperations.FixedTimeEquals(
            certificate.PublicKey.ExportSubjectPublicKeyInfo(), key.ExportSubjectPublicKeyInfo());
    }

    // 16 bytes more than the key has: the remainder is then as good as evenly spread (FIPS 186-4, B.4.1).
    private static ECDsa Key(string token)
    {
        if (token.Length < ShortestToken)
            throw new FormatException($"TLS at the bridge needs a token of {ShortestToken} characters or more.");
        var drawn = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), Scalar + 16, Salt, Use);
        var secret = (new BigInteger(drawn, isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        var told = secret.ToByteArray(isUnsigned: true, isBigEndian: true);
        var number = new byte[Scalar];
        told.CopyTo(number, Scalar - told.Length);
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = number });
    }
}
