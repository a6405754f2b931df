using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Access.Tokens;

/// <summary>Keeps private keys unreadable in the database: AES-256-GCM under a key derived from the fleet's secret (HKDF, RFC 5869).</summary>
internal sealed class KeySeal(IOptions<AuthOptions> auth)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(auth.Value.ServiceKey), 32, info: "superintel gateway signing keys v1"u8.ToArray());

    public byte[] Seal(ReadOnlySpan<byte> secret, string id)
    {
        var sealedKey = new byte[NonceBytes + TagBytes + secret.Length];
        var nonce = sealedKey.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, secret, sealedKey.AsSpan(NonceBytes + TagBytes), sealedKey.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(id));
        return sealedKey;
    }

    /// <exception cref="CryptographicException">The fleet's secret is not the one it was sealed with, or the bytes were changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedKey, string id)
    {
        var secret = new byte[sealedKey.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedKey[..NonceBytes], sealedKey[(NonceBytes + TagBytes)..], sealedKey.Slice(NonceBytes, TagBytes), secret, Encoding.UTF8.GetBytes(id));
        return secret;
    }
}
