using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Gateway.Auth;

/// <summary>Encrypts private signing keys for storage: AES-256-GCM under a key derived from the fleet's secret.</summary>
internal sealed class SigningKeyVault(IOptions<AuthOptions> options)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.ServiceKey), 32,
            info: "superintel gateway signing keys"u8.ToArray());

    /// <returns>Nonce, tag and cipher text, one after the other.</returns>
    public byte[] Close(byte[] secret, string id)
    {
        var closed = new byte[NonceBytes + TagBytes + secret.Length];
        var nonce = closed.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, secret, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(id));
        return closed;
    }

    /// <returns>Null when it was closed with another secret: the key is of no use any more.</returns>
    public byte[]? Open(byte[] closed, string id)
    {
        var secret = new byte[closed.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(closed.AsSpan(0, NonceBytes), closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), secret,
                Encoding.UTF8.GetBytes(id));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
